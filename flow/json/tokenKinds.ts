/** Kinds of tokens, as jsonc-parser's scanner numbers them: its own names are not there at run time. */
export const kinds = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  end: 17,
} as const;

/** Its error for a text that is not closed. */
export const unexpectedEndOfString = 2;
