import {
  type ActionNode,
  canonicalUuid,
  type FlowModel,
  nilUuid,
  type Path,
  pathOf,
  plainModel,
  type Scope,
  textOf,
} from '../../flow';
import { hasMembers } from '../api/exactJson';
import { exactValue } from './exactValue';

/** The actions of a document as they are sent, and where in the document each of them stands. */
export interface SentFlow {
  readonly actions: readonly unknown[];
  /** Where the list of actions stands. */
  readonly listPath: Path;
  /** By canonical id. Of several actions with one id it is the first, which is the one that runs. */
  readonly pathById: ReadonlyMap<string, Path>;
}

/**
 * The document's own actions, with an id (from `newId`, UUIDs) for each that has none, so that what VoIPbin reports as executed can be found
 * in the file. Names become UUIDs; nothing else is changed, and numbers keep their digits. VoIPbin would have given those actions random ids, and nothing can refer
 * to them.
 *
 * Undefined where the document has no list of actions that can run by itself.
 */
export function sentFlow(document: FlowModel, newId: () => string): SentFlow | undefined {
  const model = plainModel(document);
  const scope = mainScope(model);
  if (!scope) return undefined;
  const listPath = pathOf(scope.list);
  const actions = exactValue(scope.list, model.text);
  const pathById = new Map<string, Path>();
  for (const action of model.actions) {
    if (!withOwners(action).some((at) => at.scope === scope)) continue;
    const path = pathOf(action.node);
    const id = action.id ?? giveId(actions, path.slice(listPath.length), action, newId);
    if (id !== undefined && !pathById.has(id)) pathById.set(id, path);
  }
  return Array.isArray(actions) ? { actions, listPath, pathById } : undefined;
}

/** The list of actions that runs when the document is run; undefined for a single action, and where there are several or none. */
export function mainScope(model: FlowModel): Scope | undefined {
  const scopes = model.scopes.filter(({ owner, fragment }) => !owner && !fragment);
  return scopes.length === 1 ? scopes[0] : undefined;
}

/** An action, then those that place the calls around it. */
export const withOwners = (action: ActionNode | undefined): readonly ActionNode[] =>
  action ? [action, ...withOwners(action.scope.owner)] : [];

/**
 * Undefined where the action has a key twice, because it goes out as it is, or an id that is not a UUID: VoIPbin drops it or refuses the
 * request, and that is not ours to hide.
 */
function giveId(actions: unknown, path: Path, { idNode }: ActionNode, newId: () => string): string | undefined {
  const isNone = !idNode || idNode.type === 'null' || (idNode.type === 'string' && isNil(textOf(idNode) ?? ''));
  const target = valueAt(actions, path);
  if (!isNone || !hasMembers(target)) return undefined;
  const id = newId();
  target[idNode?.key?.name ?? 'id'] = id;
  return id;
}

const isNil = (text: string) => text === '' || canonicalUuid(text) === nilUuid;

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const part of path)
    at = hasMembers(at) || Array.isArray(at) ? (at as Record<string | number, unknown>)[part] : undefined;
  return at;
}
