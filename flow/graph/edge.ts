import type { ActionNode, Reference } from '../model/flowModel';

/**
 * `next`: the order of the list. `next_id`: named. `goto`: a counted jump. `case`, `default`: the targets of a `branch`. `false`: of a
 * condition. `restart`: back to the first action by its reserved id. `nested`: a list from elsewhere runs first, and may jump into this one.
 * `end`: the flow ends as it should.
 */
export type EdgeKind = 'next' | 'next_id' | 'goto' | 'case' | 'default' | 'false' | 'restart' | 'nested' | 'end';

/** One way on from an action. */
export interface Edge {
  readonly from: ActionNode;
  /** What runs next; undefined where that is not in the list: see `open` and `isDrop`. */
  readonly to: ActionNode | undefined;
  readonly kind: EdgeKind;
  /** The kind; of a case its key, as JSON has it. The exploration gives the same names. */
  readonly name: string;
  /** The value that names the target. */
  readonly reference: Reference | undefined;
  /** Only the running system knows where it leads: to any action of the list that has an id, or out of it. */
  readonly open: boolean;
}

/** Whether a call that takes the edge is dropped: its target cannot be found, and the engine stops the flow. */
export function isDrop({ to, kind, open }: Edge): boolean {
  return !to && !open && kind !== 'end';
}
