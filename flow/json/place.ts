/** A part of a text, in UTF-16 code units; `end` is exclusive. */
export interface Place {
  readonly offset: number;
  readonly end: number;
}
