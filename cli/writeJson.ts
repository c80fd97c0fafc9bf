/**
 * A value as JSON. One that is nested deeper than `JSON.stringify` can follow is written on one line: an option may have 10 000 levels.
 */
export function writeJson(value: unknown, indent = 0): string {
  try {
    return JSON.stringify(value, null, indent);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return writeDeep(value);
  }
}

type Piece = { readonly text: string } | { readonly value: unknown };

/** It does not call itself: what is still to be written stands in a list, the next piece last. */
function writeDeep(whole: unknown): string {
  const written: string[] = [];
  const open: Piece[] = [{ value: whole }];
  for (let piece = open.pop(); piece; piece = open.pop()) {
    if ('text' in piece) written.push(piece.text);
    else if (typeof piece.value !== 'object' || piece.value === null)
      written.push(JSON.stringify(piece.value) ?? 'null');
    else for (const inner of piecesOf(piece.value).reverse()) open.push(inner);
  }
  return written.join('');
}

function piecesOf(value: object): Piece[] {
  if (Array.isArray(value)) {
    const items = value.flatMap((item: unknown, at): Piece[] => [{ text: at === 0 ? '[' : ',' }, { value: item }]);
    return [...(items.length === 0 ? [{ text: '[' }] : items), { text: ']' }];
  }
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const pieces = members.flatMap(([key, inner], at): Piece[] => [
    { text: `${at === 0 ? '{' : ','}${JSON.stringify(key)}:` },
    { value: inner },
  ]);
  return [...(pieces.length === 0 ? [{ text: '{' }] : pieces), { text: '}' }];
}
