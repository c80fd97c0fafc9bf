import type { Path } from '../json/node';
import type { ActionPlace, RunEvent, WorldScript } from '../simulator';
import type { TestedFlow } from './testedFlow';

/** An expectation that was not met. */
export interface Failure {
  /** The expectation in the test file. */
  readonly at: Path;
  /** One or two sentences. */
  readonly message: string;
  /** What was expected and what was, as texts that can be compared line by line. */
  readonly expected?: string | undefined;
  readonly actual?: string | undefined;
  /** The action at which the run went another way, or last was. */
  readonly place?: ActionPlace | undefined;
}

/** What a judge knows beside the run. */
export interface Known {
  readonly flow: TestedFlow;
  readonly world: WorldScript;
  /** An action by a short name, such as `3 talk "Welcome"`. */
  readonly nameOf: (place: ActionPlace) => string;
}

/** An event that counts for an expectation, with its position among the events of the run. */
export interface Seen<T> {
  readonly what: T;
  readonly position: number;
  readonly event: RunEvent;
}
