/** Where in the documents an event happened. Places are shared between events: compare `index`, not identity. */
export interface Place {
  /**
   * `"3"` in the flow itself, `"flows/<id>/2"` in a stored flow, `"fetch/<url>/0"` in a fetched list,
   * `"pushed/<index of the pusher>/0"` in a list that the platform made.
   */
  readonly index: string;
  /** Path of the action in the document that was run, as jsonc-parser takes it; undefined when it is in no document. */
  readonly path?: readonly (string | number)[] | undefined;
  /** The action's type as the document gives it. */
  readonly type: string;
}
