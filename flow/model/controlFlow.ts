import { finishId, startId } from '../catalog/reservedIds';
import { member } from '../json/node';
import type { ActionNode, Reference, Scope } from './flowModel';
import { perModel } from './perModel';
import { nilUuid } from './uuid';

/** One way from an action to what runs next; `to` is undefined where the flow ends there. */
export interface Edge {
  readonly from: ActionNode;
  readonly to: ActionNode | undefined;
  /** `next`: order of the list. `next_id`: named. `loop`: a counted jump. The rest as the reference's kind. */
  readonly kind: 'next' | 'next_id' | 'loop' | 'jump' | 'case' | 'default' | 'false' | 'end';
  readonly reference: Reference | undefined;
}

export interface ControlFlow {
  readonly edges: readonly Edge[];
  readonly from: ReadonlyMap<ActionNode, readonly Edge[]>;
  readonly to: ReadonlyMap<ActionNode, readonly Edge[]>;
  /** Every action that some path from the first action of its scope leads to. */
  readonly reachable: ReadonlySet<ActionNode>;
}

/**
 * The paths of a flow by their documented meaning: a counted `goto` jumps and in the end goes on.
 *
 * Where a target cannot be found the edge ends the flow, as the engine does. Source: `stackmaphandler/action.go` `GetNextAction`.
 */
export const controlFlow = perModel((model): ControlFlow => {
  const referencesOf = new Map<ActionNode, Reference[]>();
  for (const reference of model.references) {
    const list = referencesOf.get(reference.from);
    if (list) list.push(reference);
    else referencesOf.set(reference.from, [reference]);
  }
  const edges: Edge[] = [];
  const from = new Map<ActionNode, Edge[]>();
  const to = new Map<ActionNode, Edge[]>();
  for (const action of model.actions) {
    const own = listEdges(action, referencesOf.get(action) ?? []);
    from.set(action, own);
    for (const edge of own) {
      edges.push(edge);
      if (!edge.to) continue;
      const list = to.get(edge.to);
      if (list) list.push(edge);
      else to.set(edge.to, [edge]);
    }
  }
  return { edges, from, to, reachable: findReachable(model.scopes, from) };
});

/** The action a reference leads to; undefined where the flow ends or is stopped instead. */
export function targetOf(reference: Reference): ActionNode | undefined {
  const { id, from } = reference;
  if (id === undefined || from.scope.fragment) return undefined;
  if (id === startId) return from.scope.actions[0];
  return from.scope.byId.get(id)?.[0];
}

function listEdges(action: ActionNode, references: readonly Reference[]): Edge[] {
  const successor = action.definition?.successor;
  if (successor === 'terminate') return [{ from: action, to: undefined, kind: 'end', reference: undefined }];
  const edges: Edge[] = [];
  for (const reference of references) {
    if (reference.kind === 'next') continue;
    const counted = reference.kind === 'jump' && action.type === 'goto';
    if (counted && !jumps(action)) continue;
    edges.push({ from: action, to: targetOf(reference), kind: counted ? 'loop' : reference.kind, reference });
  }
  if (successor === 'jump') {
    if (!edges.some((edge) => edge.kind === 'default'))
      edges.push({ from: action, to: undefined, kind: 'end', reference: undefined });
    return edges;
  }
  edges.push(
    nextEdge(
      action,
      references.find((reference) => reference.kind === 'next'),
    ),
  );
  return edges;
}

function nextEdge(action: ActionNode, reference: Reference | undefined): Edge {
  // A next_id that is no UUID is dropped when the flow is saved; the empty one counts as absent.
  const id = reference?.id;
  if (reference && id !== undefined && id !== nilUuid) {
    if (id === finishId) return { from: action, to: undefined, kind: 'end', reference };
    return { from: action, to: targetOf(reference), kind: 'next_id', reference };
  }
  const next = action.scope.fragment ? undefined : action.scope.actions[firstWithId(action).order + 1];
  return { from: action, to: next && firstWithId(next), kind: next ? 'next' : 'end', reference: undefined };
}

/** Of actions with one id the engine knows the first only: its neighbour comes next, and it runs in the turn of the others. */
function firstWithId(action: ActionNode): ActionNode {
  return (action.id !== undefined ? action.scope.byId.get(action.id)?.[0] : undefined) ?? action;
}

/** A `goto` jumps only while its count is above 0. Source: `actionhandle.go` `actionHandleGoto`. */
function jumps(action: ActionNode): boolean {
  const count = member(action.option, 'loop_count');
  return count?.type === 'number' && (count.value as number) > 0;
}

function findReachable(scopes: readonly Scope[], from: ReadonlyMap<ActionNode, readonly Edge[]>): Set<ActionNode> {
  const reachable = new Set<ActionNode>();
  const waiting = scopes.flatMap((scope) => (scope.actions[0] ? [scope.actions[0]] : []));
  for (let action = waiting.pop(); action; action = waiting.pop()) {
    if (reachable.has(action)) continue;
    reachable.add(action);
    for (const edge of from.get(action) ?? []) if (edge.to) waiting.push(edge.to);
  }
  return reachable;
}
