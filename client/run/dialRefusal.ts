/** A number of the local VoIPbin, and who calls it or sends it a message, both as they were typed on the phone. */
export interface DialledNumber {
  readonly number: string;
  readonly from: string;
}

/** Why a number of the dial pad was not called, or got no message. */
export interface DialRefusal {
  readonly text: string;
  /** A flow that is attached to the number would answer. */
  readonly lacksFlow: boolean;
}
