/** Why a number of the dial pad was not called, or got no message. */
export interface DialRefusal {
  readonly text: string;
  /** A flow that is attached to the number would answer. */
  readonly lacksFlow: boolean;
}
