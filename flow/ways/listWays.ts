import type { Exploration } from '../explore';
import type { RunInput, WorldScript } from '../simulator';

/** A flow that a list of actions becomes in a call. */
export interface ListFlow {
  readonly input: RunInput;
  /** What is known of the outside of that call. */
  readonly ground: WorldScript;
  /** It is hung up when the call that places it ends. */
  readonly chained?: boolean | undefined;
  /** It is placed only in calls in which a service refuses something. */
  readonly isRare?: boolean | undefined;
  /** The world of the whole flow in which the call is placed and meets a world. */
  readonly inWhole: (world: WorldScript) => WorldScript;
}

/** What calls of a list of actions come to, by one meaning. */
export interface ListWays {
  readonly found: Exploration;
  /** The flows that the list becomes: several where variables of the flow around it are replaced in its texts, none where no call places it. */
  readonly flows: readonly ListFlow[];
  /** The same for each, in the same order. */
  readonly parts: readonly Exploration[];
}
