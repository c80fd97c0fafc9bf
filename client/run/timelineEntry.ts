import type { Path } from '../../flow';

export type EntryKind = 'call' | 'action' | 'skipped' | 'said' | 'key' | 'note' | 'problem' | 'end';

/** One line of what happened in a run. */
export interface TimelineEntry {
  /** Milliseconds since the call was answered, less than 0 before that; without a call since the run began. Undefined where VoIPbin does not tell. */
  readonly at: number | undefined;
  readonly kind: EntryKind;
  readonly text: string;
  /** What more there is to say, shown after the text. */
  readonly detail?: string | undefined;
  /** The action it belongs to, in the document. */
  readonly path?: Path | undefined;
}
