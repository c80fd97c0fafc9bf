import { type ActionDefinition, actionDefinitions } from '../catalog';
import { runsOn, type Trigger } from '../catalog/referenceTypes';
import { finishId, startId } from '../catalog/reservedIds';
import type { Semantics } from '../catalog/semantics';
import { member, textOf } from '../json/node';
import type { ActionNode, Reference } from '../model/flowModel';
import { canonicalUuid, nilUuid } from '../model/uuid';
import type { Edge, EdgeKind } from './edge';
import { isOpenTarget, targetOf } from './target';

/** What a flow is taken to mean, and what it runs on. */
export interface Meaning {
  readonly semantics: Semantics;
  /** Undefined counts as a call: most flows run on one. */
  readonly trigger: Trigger | undefined;
}

/** Every way on from an action whose references are given. */
export function edgesFrom(action: ActionNode, references: readonly Reference[], meaning: Meaning): Edge[] {
  const { definition } = action;
  if (isSkipped(action, meaning)) return [nextEdge(action, references)];
  if (definition?.successor === 'terminate')
    return mayFailToEnd(action) ? [end(action), nextEdge(action, references)] : [end(action)];
  const jumps: Edge[] = [];
  for (const reference of references) {
    const jump = jumpEdge(action, reference);
    if (jump) jumps.push(jump);
  }
  const missing = missingJump(action, references);
  if (missing) jumps.push(edge(action, undefined, missing));
  if (definition?.successor === 'jump') {
    if (jumps.some(({ kind }) => kind === 'default')) return jumps;
    return [
      ...jumps,
      meaning.semantics === 'documented' ? nextEdge(action, references) : edge(action, undefined, 'default'),
    ];
  }
  // The engine never counts down to 0. Source: `actionhandle.go` `actionHandleGotoLoop`.
  if (meaning.semantics === 'observed' && jumps.some(({ kind }) => kind === 'goto') && isWholeCount(action))
    return jumps;
  if (definition?.nested?.foreign) jumps.push(edge(action, undefined, 'nested', undefined, true));
  jumps.push(nextEdge(action, references));
  return jumps;
}

/** Whether the engine passes over an action because it does not fit what the flow runs on. */
export function isSkipped({ definition }: ActionNode, { trigger }: Meaning): boolean {
  return definition !== undefined && !runsOn(definition.media, trigger ?? 'call');
}

function edge(from: ActionNode, to: ActionNode | undefined, kind: EdgeKind, reference?: Reference, open = false): Edge {
  const name = kind === 'case' ? JSON.stringify(reference?.caseKey ?? '') : kind;
  return { from, to, kind, name, reference, open };
}

const end = (action: ActionNode, reference?: Reference) => edge(action, undefined, 'end', reference);

function jumpEdge(action: ActionNode, reference: Reference): Edge | undefined {
  const { kind, id } = reference;
  if (kind === 'next') return undefined;
  if (kind === 'jump' && !jumps(action)) return undefined;
  // An empty default counts as none.
  if (kind === 'default' && (id === nilUuid || reference.node.type === 'null')) return undefined;
  return edge(action, targetOf(reference), kind === 'jump' ? 'goto' : kind, reference, isOpenTarget(reference));
}

/** The jump of an action that names no target for it: where it would jump the flow is stopped. */
function missingJump(action: ActionNode, references: readonly Reference[]): EdgeKind | undefined {
  const { definition } = action;
  if (definition && tests.has(definition) && !references.some(({ kind }) => kind === 'false')) return 'false';
  const counted = action.type === 'goto' && jumps(action);
  return counted && !references.some(({ kind }) => kind === 'jump') ? 'goto' : undefined;
}

const tests: ReadonlySet<ActionDefinition> = new Set(
  actionDefinitions.filter((definition) => definition.field('false_target_id')),
);

/** A `goto` jumps only while its count is above 0. Source: `actionhandle.go` `actionHandleGoto`. */
function jumps(action: ActionNode): boolean {
  if (action.type !== 'goto') return true;
  const count = countOf(action);
  return typeof count === 'number' && count > 0;
}

const countOf = ({ option }: ActionNode) => member(option, 'loop_count')?.value;

const isWholeCount = (action: ActionNode) => Number.isInteger(countOf(action));

/** The way on where nothing jumps. Source: `stackmaphandler/action.go` `GetNextAction`. */
function nextEdge(action: ActionNode, references: readonly Reference[]): Edge {
  const { scope } = action;
  const start = scope.actions[0];
  if (action.id === startId) return edge(action, start, 'restart');
  const reference = references.find(({ kind }) => kind === 'next');
  // A next_id that is not a UUID is dropped when the flow is saved; the empty one counts as absent.
  if (reference?.id !== undefined && reference.id !== nilUuid) {
    if (reference.id === startId && !scope.fragment) return edge(action, start, 'restart', reference);
    const to = targetOf(reference);
    if (to) return edge(action, to, 'next_id', reference);
    return scope.fragment && reference.id !== finishId
      ? edge(action, undefined, 'next_id', reference, true)
      : end(action, reference);
  }
  if (scope.fragment) return edge(action, undefined, 'next', undefined, true);
  const next = scope.actions[firstWithId(action).order + 1];
  if (!next || next.id === finishId) return end(action);
  return next.id === startId ? edge(action, start, 'restart') : edge(action, firstWithId(next), 'next');
}

/** Of actions with one id the engine knows the first only: its neighbour comes next, and it runs in the turn of the others. */
function firstWithId(action: ActionNode): ActionNode {
  const { actions, byId } = action.scope;
  if (byId.size === actions.length) return action;
  return (action.id !== undefined ? byId.get(action.id)?.[0] : undefined) ?? action;
}

/** A `hangup` whose option cannot be read does not hang up. Source: `callhandler/action.go:145-149`. */
function mayFailToEnd(action: ActionNode): boolean {
  const { option, optionNode } = action;
  if (action.type !== 'hangup' || !optionNode || optionNode.type === 'null') return false;
  if (!option) return true;
  const reason = member(option, 'reason');
  const reference = member(option, 'reference_id');
  const isText = (node: typeof reason) => !node || node.type === 'null' || node.type === 'string';
  if (!isText(reason) || !isText(reference)) return true;
  const id = textOf(reference);
  return id !== undefined && canonicalUuid(id) === undefined;
}
