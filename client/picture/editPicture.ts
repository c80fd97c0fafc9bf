import {
  type ActionJson,
  type ActionNode,
  deleteAction,
  duplicateAction,
  type Edge,
  type Edit,
  type FlowModel,
  goesOn,
  idOf,
  inSteps,
  insertAction,
  insertAfter,
  insertBefore,
  insertFirst,
  moveAction,
  moveOnto,
  namedNext,
  remove,
  setTarget,
  stepOn,
  swapWithNext,
} from '../../flow';
import { actionOf, actionsOf, type Drawn, startedBy, wayOf } from './drawn';

type NewId = () => string;

/** The edits that put an action on an arrow: it runs there, then the flow continues where the arrow led. */
export function addOnEdge(drawn: Drawn, key: string, action: ActionJson, newId: NewId): Edit[] {
  const { model, picture } = drawn;
  const edge = picture.graphEdges.get(key);
  if (edge) return addOn(model, edge, action, newId);
  const scope = startedBy(drawn, key);
  return scope ? insertFirst(model, scope, action, newId) : [];
}

function addOn(model: FlowModel, edge: Edge, action: ActionJson, newId: NewId): Edit[] {
  const { from, to, kind } = edge;
  if (kind === 'next' || kind === 'next_id' || kind === 'end') return insertAfter(model, from, action);
  const name = wayOf(edge);
  if (name === undefined || from.scope.fragment) return [];
  if (to && isOnlyWay(model, edge)) return insertBefore(model, to, action, newId);
  // It is at the end of the list, where no action runs into it by the order of the text.
  const list = from.scope;
  const id = newId();
  const target = to ? idOf(model, to, newId) : undefined;
  const at = model.scopes.indexOf(list);
  return inSteps(
    model,
    () => target?.edits ?? [],
    (now) => {
      const scope = now.scopes[at];
      return scope ? insertAction(now, scope, { id, ...(target ? { next_id: target.id } : {}), ...action }) : [];
    },
    (now) => {
      const scope = now.scopes[at];
      const last = scope?.actions.at(-2);
      return last && goesOn(last) && !namedNext(last) ? setTarget(now, last, 'next', 'end', newId) : [];
    },
    (now) => {
      const scope = now.scopes[at];
      const source = scope?.actions[from.order];
      const added = scope?.byId.get(id)?.[0];
      return source && added ? setTarget(now, source, name, added, newId) : [];
    },
  );
}

/** Whether nothing but this edge leads to its target: no other value, and not the order of the list. */
function isOnlyWay(model: FlowModel, { to, from }: Edge): boolean {
  const named = model.references.filter(
    (reference) => reference.id !== undefined && reference.id === to?.id && reference.from.scope === from.scope,
  );
  const before = to?.scope.actions[to.order - 1];
  const runsOn = before && goesOn(before) && !namedNext(before);
  return named.length === 1 && !runsOn && to !== to?.scope.actions[0];
}

/** The edits that lead an arrow to another action; undefined if that is not possible. */
export function leadEdge(drawn: Drawn, key: string, to: string, newId: NewId): Edit[] | undefined {
  const edge = drawn.picture.graphEdges.get(key);
  const target = actionOf(drawn, to);
  const way = edge && wayOf(edge);
  if (!edge || !target || way === undefined || target.scope !== edge.from.scope) return undefined;
  return setTarget(drawn.model, edge.from, way, target, newId);
}

/** The edits that give a branch another case; undefined if that is not possible, or it has the case already. */
export function addWay(drawn: Drawn, node: string, value: string, to: string, newId: NewId): Edit[] | undefined {
  const branch = actionOf(drawn, node);
  const target = actionOf(drawn, to);
  if (!branch || !target || branch.scope !== target.scope || casesOf(branch).has(value)) return undefined;
  return setTarget(drawn.model, branch, { case: value }, target, newId);
}

/** The values for which a branch has a case. */
export function casesOf({ option }: ActionNode): ReadonlySet<string | undefined> {
  const cases = option?.children.find(({ key }) => key?.folded === 'target_ids')?.children ?? [];
  return new Set(cases.map(({ key }) => key?.name));
}

/** The edits that remove a way: a case, a default, a target. Without its `next_id` an action is followed by the next one of the list. */
export function removeWay({ model, picture }: Drawn, key: string, newId: NewId): Edit[] {
  const edge = picture.graphEdges.get(key);
  const way = edge?.reference ? wayOf(edge) : undefined;
  return edge && way !== undefined ? setTarget(model, edge.from, way, undefined, newId) : [];
}

/** The edits that let an action run one place earlier or later. If that is not possible, it moves in the text and every way stays. */
export function moveBy(drawn: Drawn, key: string, by: -1 | 1, newId: NewId): Edit[] | undefined {
  const action = actionOf(drawn, key);
  const first = by < 0 ? action?.scope.actions[action.order - 1] : action;
  if (!action || !first) return undefined;
  return swapWithNext(drawn.model, first) ?? moveAction(drawn.model, action, action.node.index + by, newId);
}

/** The edits that move an action onto an arrow: it runs there, and the gap that it leaves is closed. Undefined if that is not possible. */
export function moveOntoEdge(drawn: Drawn, node: string, key: string, newId: NewId): Edit[] | undefined {
  const { model, picture } = drawn;
  const action = actionOf(drawn, node);
  const edge = picture.graphEdges.get(key);
  if (!action) return undefined;
  if (!edge) {
    const [first] = startedBy(drawn, key)?.actions ?? [];
    return first?.scope === action.scope
      ? moveOnto(model, action, { from: 'start', name: 'next', to: first }, newId)
      : undefined;
  }
  const name = wayOf(edge);
  const to = edge.to ?? (edge.kind === 'end' ? 'end' : undefined);
  return name === undefined || !to ? undefined : moveOnto(model, action, { from: edge.from, name, to }, newId);
}

/** The edits that put a copy of an action behind it. */
export function duplicate(drawn: Drawn, key: string, newId: NewId): Edit[] {
  const action = actionOf(drawn, key);
  return action ? duplicateAction(drawn.model, action, newId) : [];
}

/**
 * The edits that delete an action, or all of a straight run: what led to it leads on, and ids that only its ways used are removed. Names stay, because people
 * gave them.
 */
export function deleteNode(drawn: Drawn, key: string, newId: NewId): Edit[] {
  const { model } = drawn;
  const steps = actionsOf(drawn, key)
    .toReversed()
    .map((action) => stepOn(model, action, (now, found) => deleteOne(now, found, newId)));
  return inSteps(model, ...steps);
}

function deleteOne(model: FlowModel, action: ActionNode, newId: NewId): Edit[] {
  const led = new Set(model.references.flatMap(({ from, id }) => (from === action && id !== undefined ? [id] : [])));
  const scope = model.scopes.indexOf(action.scope);
  const named = new Set(
    action.scope.actions.flatMap(({ id, name }) => (name !== undefined && id !== undefined ? [id] : [])),
  );
  return inSteps(
    model,
    () => deleteAction(model, action, newId),
    (now) => {
      const list = now.scopes[scope];
      const needed = new Set(now.references.map(({ id }) => id));
      const spare = (list?.actions ?? []).filter(
        ({ id }) => id !== undefined && led.has(id) && !needed.has(id) && !named.has(id),
      );
      return spare.flatMap(({ idNode }) => (idNode ? remove(now, idNode) : []));
    },
  );
}

/** The edits that put an action behind another one: at its first way. */
export function addAfter(drawn: Drawn, key: string, action: ActionJson, newId: NewId): Edit[] {
  const ways = drawn.picture.edges.filter(
    ({ from, kind, isDocumentedOnly }) => from === key && kind !== 'call' && kind !== 'nested' && !isDocumentedOnly,
  );
  const way = ways.find(({ kind }) => kind === 'next' || kind === 'next_id' || kind === 'end') ?? ways[0];
  return way ? addOnEdge(drawn, way.key, action, newId) : [];
}
