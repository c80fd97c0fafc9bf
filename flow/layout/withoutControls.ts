/** Replaces each control and each half of a character by U+FFFD: XML forbids them, and programs in C end a text at a NUL. */
export const withoutControls = (text: string): string => text.replace(forbidden, '\ufffd');

const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
