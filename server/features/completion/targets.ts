import { CompletionItemKind } from 'vscode-languageserver-types';
import {
  type ActionNode,
  actionLabel,
  codeSpan,
  type Edit,
  type FlowModel,
  finishId,
  freshIdOfType,
  hasKey,
  insertItem,
  isActionName,
  isClosed,
  type JsonNode,
  prependMember,
  rawTemplate,
  readActionId,
  replaceValue,
  reservedIds,
  textOf,
} from '../../../flow';
import { type Draft, roomInList } from './draft';
import { idToGive } from './ids';
import { idText, isFirstWithId, nearestActions } from './nearestActions';
import type { Site } from './site';

/** The actions that a field can refer to, nearest first; for `next_id` also the end of the flow. `capped`: typing brings up others. */
export function listTargets(site: Site, newId: () => string): { drafts: Draft[]; capped: boolean } {
  const current = completeId(site);
  const { actions, capped } = nearestActions(current === undefined ? site : { ...site, typed: '' });
  const drafts = actions.flatMap((action): Draft[] => {
    const draft = targetDraft(site, action, newId, current);
    return draft ? [draft] : [];
  });
  if (site.field?.name === 'next_id') drafts.push(...listEnds());
  drafts.push(...listNew(site, newId));
  // A complete id at the cursor is to be replaced, not narrowed down.
  const filter = current === undefined ? undefined : site.text.slice(site.token.start + 1, site.token.end - 1);
  return { drafts: filter === undefined ? drafts : drafts.map((draft) => ({ ...draft, filter })), capped };
}

/** The complete id at the site: a UUID, or the name of an action. Anything else that could be a name is half typed. */
function completeId(site: Site): string | undefined {
  const { model, scope } = site;
  const id = readActionId(textOf(valueAt(site)) ?? '', model.jsonc);
  return id !== undefined && isActionName(id) && !scope?.byId.has(id) ? undefined : id;
}

function targetDraft(
  site: Site,
  action: ActionNode,
  newId: () => string,
  current: string | undefined,
): Draft | undefined {
  const place = `action ${action.position + 1}`;
  const label = actionLabel(action, roomInList - place.length);
  const about = {
    label,
    kind: CompletionItemKind.Reference,
    description: place,
    filter: `${actionLabel(action, 120)} ${place} ${action.id ?? ''}`,
  };
  const name = codeSpan(actionLabel(action, 200), 200);
  if (action.id !== undefined) {
    // Only the first of several with one id can be reached.
    if (!isFirstWithId(action)) return undefined;
    const id = idText(action);
    const preselect = action.id === current;
    const documentation = `${name}, ${place}\n\n\`${id}\``;
    return { ...about, insert: rawTemplate(id), detail: id, documentation, ...(preselect ? { preselect } : {}) };
  }
  const id = idToGive(site, action, newId);
  const additional = giveId(site.model, action, id);
  if (!additional) return undefined;
  const documentation = `${name}, ${place}\n\nIt has no id to jump to yet. Choose it to give it one.`;
  // Its author may know the name that it gets, and type it.
  const given = isActionName(id)
    ? { detail: `gets the name ${id}`, filter: about.filter + id }
    : { detail: 'gets an id' };
  return { ...about, ...given, insert: rawTemplate(id), documentation, additional };
}

/** Edits that make an id the first property of an action, or replace an `id` that is not an id; undefined if a key has no value. */
function giveId(model: FlowModel, { node, idNode }: ActionNode, id: string): Edit[] | undefined {
  if (idNode) {
    const scalar = idNode.type !== 'object' && idNode.type !== 'array';
    return scalar ? replaceValue(model, idNode, id) : undefined;
  }
  if (hasKey(node, 'id')) return undefined;
  return prependMember(model, node, 'id', id);
}

/** An action that is not there yet, at the end of the list: the id and the action in one edit. */
function listNew({ model, action, token }: Site, newId: () => string): Draft[] {
  const list = action?.scope.list;
  if (!action || list?.type !== 'array' || !isClosed(model.text, list)) return [];
  const id = freshIdOfType(model, action.scope, 'talk', newId);
  const made = { id, type: 'talk', option: { text: 'New action', language: 'en-US' } };
  const additional = insertItem(model, list, made);
  // An editor refuses edits that touch what is being completed.
  if (additional.some(({ offset, end }) => offset <= token.end && token.start <= end)) return [];
  return [
    {
      label: 'New action here…',
      kind: CompletionItemKind.Constructor,
      insert: rawTemplate(id),
      filter: 'New action here',
      detail: 'adds a talk',
      documentation:
        'Adds a `talk` with a new id at the end of this list and writes the id here. Then change its type and text.',
      additional,
    },
  ];
}

function listEnds(): Draft[] {
  const finish = reservedIds.get(finishId);
  if (!finish) return [];
  return [
    {
      label: 'end of the flow',
      kind: CompletionItemKind.Constant,
      insert: rawTemplate(finish.id),
      filter: `end of the flow finish ${finish.id}`,
      detail: finish.id,
      documentation: finish.asNextId.doc,
    },
  ];
}

/** The value that is at the site already. */
function valueAt({ container, key }: Site): JsonNode | undefined {
  return key && container?.children.find((child) => child.key?.offset === key.offset && child.type !== 'missing');
}
