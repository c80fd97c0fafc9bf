/**
 * Why the engine stopped a run, as a class of its error text.
 *
 * From `budget` to `no outgoing call` the names are those of the recorded traces. The others name what those traces do not hold.
 */
export const runErrors = [
  'budget',
  'decode',
  'invalid action id',
  'no more stack left',
  'stack depth',
  'flow not found',
  'invalid action type',
  'fetch status',
  'fetch failed',
  'no outgoing call',
  /** The deviation `next-id-unknown-ends-quietly` is switched off and a `next_id` leads nowhere. */
  'action not found',
  /** The action needs another kind of reference, such as a call. */
  'wrong reference type',
  /** Another service of the platform refused what the action asked of it. */
  'service refused',
  /** A backend service dereferences nothing and goes down. */
  'crash',
  /** The chain of `on_complete_flow_id` is longer than the platform allows. */
  'complete count',
  /** The run reached a bound of the simulator, which VoIPbin does not have. */
  'simulator limit',
  /** `anonymous` is none of the accepted words. */
  'invalid anonymous value',
  /** The document is not JSON that the API could read. */
  'invalid json body',
] as const;

export type RunError = (typeof runErrors)[number];

/** A stop with its class and one sentence for people. */
export interface RunFailure {
  readonly error: RunError;
  readonly detail: string;
}
