import type { Place } from '../../json/place';
import type { disableFile, disableNextLine } from '../../model/disableComment';

/** One code in a comment that silences it. */
export interface SilencedCode extends Place {
  readonly code: string;
}

/** A comment that silences checks, in the next line with something else than a comment, or in the whole file. */
export interface Suppression extends Place {
  readonly keyword: typeof disableNextLine | typeof disableFile;
  readonly codes: readonly SilencedCode[];
  /** The part of the text where findings have to begin. */
  readonly silences: Place;
}

/** A code that silences nothing. */
export interface UnusedCode {
  readonly suppression: Suppression;
  readonly silenced: SilencedCode;
}
