import { limits } from '../../catalog/limits';
import { finishId, startId } from '../../catalog/reservedIds';
import type { JsonObject } from '../../json/jsonValue';
import { nilUuid } from '../../model/uuid';
import type { RunError } from '../errors';
import type { ActionPlace } from '../place';
import type { ActionList, SavedAction } from './actionList';

/** A list that is being run. The flow itself is the one without `caller`. */
export interface Stack {
  readonly list: ActionList;
  /** The list whose action pushed this one, and that action. */
  readonly caller: { readonly stack: Stack; readonly position: number } | undefined;
  /** The pushing actions, outermost first. */
  readonly callers: readonly ActionPlace[];
  /** Options that a `goto` has written back into the run's own copy of its action. */
  readonly written: Map<number, JsonObject>;
}

/** An action in a list that is being run. */
export interface Position {
  readonly stack: Stack;
  readonly position: number;
}

/** A list as it is pushed; `caller` is the action that pushes it. */
export function pushStack(list: ActionList, caller?: Position): Stack {
  const place = caller?.stack.list.placeAt(caller.position);
  return { list, caller, callers: caller && place ? [...caller.stack.callers, place] : [], written: new Map() };
}

/** The action at a position; none before the first one. */
export function actionAt(at: Position | undefined): SavedAction | undefined {
  return at?.stack.list.actions[at.position];
}

export function placeAt({ stack, position }: Position): ActionPlace | undefined {
  return stack.list.placeAt(position);
}

/**
 * Where an id leads, or why it leads nowhere.
 *
 * The list is searched, then the one that called it, and so on outwards over at most 100 lists; never inwards. The reserved
 * start id is the first action when looked up from the flow itself. Of equal ids the first is found.
 * Source: bin-flow-manager/pkg/stackmaphandler/action.go GetAction.
 */
export function findTarget(from: Stack, id: string): Position | RunError {
  if (id === nilUuid) return 'invalid action id';
  if (!from.caller && id === startId) return { stack: from, position: 0 };
  let stack: Stack | undefined = from;
  for (let level = 0; level < limits.stackDepth.value; level++) {
    if (!stack) return 'no more stack left';
    const position = stack.list.byId.get(id);
    if (position !== undefined) return { stack, position };
    stack = stack.caller?.stack;
  }
  return 'stack depth';
}

/** How a successor was found. `finish`: there is none, and the run ends. */
export type Successor =
  | { readonly how: 'start' | 'next' | 'next_id' | 'restart' | 'return'; readonly to: Position }
  | { readonly how: 'finish' }
  /** `next_id`, or the next element's own id, leads nowhere. */
  | { readonly how: 'lost'; readonly id: string };

/**
 * The action after the given one when no jump is pending: by `next_id`, else the next of the list, else after the action
 * that pushed the list. It changes nothing.
 *
 * "The next of the list" stands after the *first* action with this id and is then looked up by its own id; `byPosition`
 * takes the list as it is written instead. Source: bin-flow-manager/pkg/stackmaphandler/action.go GetNextAction.
 */
export function findSuccessor(from: Position, byPosition: boolean): Successor {
  let at: Position | undefined = from;
  for (let level = 0; level < limits.stackDepth.value && at; level++) {
    const { stack, position }: Position = at;
    const action = actionAt(at);
    if (!action) return { how: 'finish' };
    if (action.id === startId) return { how: 'restart', to: { stack, position: 0 } };
    if (action.nextId !== nilUuid) return follow(stack, action.nextId, 'next_id');
    const behind = (byPosition ? position : (stack.list.byId.get(action.id) ?? position)) + 1;
    const next = stack.list.actions[behind];
    if (next) {
      const found = follow(stack, next.id, level === 0 ? 'next' : 'return');
      const twin = byPosition && 'to' in found && actionAt(found.to)?.id === next.id;
      return twin ? { ...found, to: { stack, position: behind } } : found;
    }
    at = stack.caller;
  }
  return { how: 'finish' };
}

function follow(stack: Stack, id: string, how: 'next_id' | 'next' | 'return'): Successor {
  if (id === finishId) return { how: 'finish' };
  const to = findTarget(stack, id);
  if (typeof to === 'string') return { how: 'lost', id };
  return { how: id === startId && !stack.caller ? 'restart' : how, to };
}
