import { perObject } from '../collections/perObject';
import { type LinePlace, type Lines, linesOf } from '../json/linesOf';
import { pathOf } from '../json/node';
import { pathKey } from '../json/pathKey';
import { type ActionNode, type FlowModel, readFlow } from '../model/flowModel';
import type { ActionList, ActionPlace } from '../simulator';

/** A text in which actions of a session stand: the document, or one that is made of a list from elsewhere. */
export interface Listing {
  /** Undefined for the document. */
  readonly key: string | undefined;
  readonly name: string;
  readonly model: FlowModel;
  readonly lines: Lines;
  /** The action at a place of a run. */
  actionAt(place: ActionPlace): ActionNode | undefined;
  /** What {@link keyInSession} gives for the places of an action. */
  keyOf(action: ActionNode): string;
  /** Where an action begins and ends. */
  rangeOf(action: ActionNode): { readonly start: LinePlace; readonly end: LinePlace };
}

/** What tells an action from all others of a session. */
export const keyInSession = ({ index, path }: ActionPlace): string => (path ? `document ${pathKey(path)}` : index);

export function documentListing(name: string, model: FlowModel): Listing {
  return listing(undefined, name, model, (action) => `document ${pathKey(pathOf(action.node))}`);
}

/** The text of a list that stands in no document: a stored flow, what a URL answered, what VoIPbin made. */
export function madeListing(list: ActionList): Listing {
  const actions = list.actions.map(({ id, nextId, type, option }) => ({
    id,
    type,
    ...(option ? { option } : {}),
    ...(/^[0-]*$/.test(nextId) ? {} : { next_id: nextId }),
  }));
  const model = readFlow(`${JSON.stringify(actions, undefined, 2)}\n`);
  return listing(list.key, nameOf(list.key), model, ({ scope, order }) => (scope.owner ? '' : `${list.key}${order}`));
}

function listing(
  key: string | undefined,
  name: string,
  model: FlowModel,
  keyOf: (action: ActionNode) => string,
): Listing {
  const lines = linesOf(model.text);
  const known = new Map(model.actions.map((action) => [keyOf(action), action]));
  return {
    key,
    name,
    model,
    lines,
    actionAt: (place) => known.get(keyInSession(place)),
    keyOf,
    rangeOf: perObject(({ node }) => ({ start: lines.placeAt(node.offset), end: lines.placeAt(node.end) })),
  };
}

function nameOf(key: string): string {
  const [, kind, name = ''] = /^(flows|fetch)\/(.*)\/$/s.exec(key) ?? [];
  if (kind === undefined) return 'made by VoIPbin';
  return kind === 'flows' ? `flow ${name}` : name;
}

/**
 * The action that a breakpoint on a line means: the innermost around it, else the next that begins behind it. With a column it is the one
 * around that; without, of those that begin on the line the first.
 */
export function actionForLine(
  { model, lines, rangeOf }: Listing,
  line: number,
  column?: number,
): ActionNode | undefined {
  const begins = column === undefined ? model.actions.find((action) => rangeOf(action).start.line === line) : undefined;
  if (begins) return begins;
  const at = lines.offsetAt(line, column);
  const around = model.actions.filter((action) =>
    column === undefined
      ? rangeOf(action).start.line <= line && rangeOf(action).end.line >= line
      : action.node.offset <= at && at < action.node.end,
  );
  const inner = around.reduce<ActionNode | undefined>(
    (found, action) => (!found || action.node.offset >= found.node.offset ? action : found),
    undefined,
  );
  return inner ?? model.actions.find((action) => rangeOf(action).start.line >= line);
}
