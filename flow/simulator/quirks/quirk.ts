/** One place where VoIPbin's engine was seen to do something else than its documentation says. */
export interface Quirk {
  readonly name: string;
  /** What the documentation promises, or what it leaves open. */
  readonly documented: string;
  readonly observed: string;
  /** File and symbol of VoIPbin's public source, and how it was seen. */
  readonly source: string;
  /**
   * The `documented` semantics leave it out. The others hold in both, because the documentation is silent or contradicts
   * itself there; each can still be switched off alone.
   */
  readonly deviates: boolean;
  /** Read in the source and never seen running: off in both semantics unless it is switched on. */
  readonly suspected?: true;
}
