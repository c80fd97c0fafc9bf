import type { disableFile, disableNextLine } from '../../model/disableComment';

/** A part of the text, as places of findings are. */
interface Part {
  readonly offset: number;
  readonly end: number;
}

/** One code in a comment that silences it. */
export interface SilencedCode extends Part {
  readonly code: string;
}

/** A comment that silences checks, in the next line with something else than a comment, or in the whole file. */
export interface Suppression extends Part {
  readonly keyword: typeof disableNextLine | typeof disableFile;
  readonly codes: readonly SilencedCode[];
  /** The part of the text where findings have to begin. */
  readonly silences: Part;
}

/** A code that silences nothing. */
export interface UnusedCode {
  readonly suppression: Suppression;
  readonly silenced: SilencedCode;
}
