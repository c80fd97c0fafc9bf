/** Whether a character, as its code point, belongs to a class of characters. */
export type CharacterSet = (code: number) => boolean;

/** A regular expression as a tree. */
export type Syntax =
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'all'; readonly parts: readonly Syntax[] }
  | { readonly kind: 'any'; readonly choices: readonly Syntax[] }
  /** `most` is undefined where there is no limit. */
  | { readonly kind: 'repeat'; readonly part: Syntax; readonly least: number; readonly most: number | undefined }
  | { readonly kind: 'assert'; readonly where: 'start' | 'end' | 'word' | 'no-word' };

/** What is wrong with a regular expression; one sentence. */
export class PatternFault extends Error {}
