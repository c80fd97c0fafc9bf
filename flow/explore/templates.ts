/** A text with `${name}` in it: what stands between the names is one longer than those. */
export interface Parts {
  readonly literals: readonly string[];
  readonly names: readonly string[];
}

/** Longer values are not divided among several names. */
const maxDivided = 8;

/** Takes a text apart as substitution reads it. */
export function partsOf(template: string): Parts {
  const literals: string[] = [];
  const names: string[] = [];
  let from = 0;
  for (const match of template.matchAll(/\$\{([^}\n]*)\}/g)) {
    literals.push(template.slice(from, match.index));
    names.push(match[1] ?? '');
    from = match.index + match[0].length;
  }
  literals.push(template.slice(from));
  return { literals, names };
}

/** What a template gives when each of its variables holds a text. */
export const filled = (template: string, text: string) => partsOf(template).literals.join(text);

/** What the variables of a template have to be, in some way or other, for it to give a value; nothing where it cannot. */
export function* valuesThatGive(
  { literals, names }: Parts,
  value: string,
): Iterable<readonly [string, readonly string[]]> {
  const [head = ''] = literals;
  const tail = literals.at(-1) ?? '';
  if (names.length === 0 || value.length < head.length + tail.length) return;
  if (!value.startsWith(head) || !value.endsWith(tail)) return;
  const middle = value.slice(head.length, value.length - tail.length);
  const [name] = names;
  if (names.length === 1 && name !== undefined) {
    yield [name, [middle]];
    return;
  }
  for (const each of new Set(names)) yield [each, middle.length > maxDivided ? ['', middle] : piecesOf(middle)];
}

/** Every part of a text, the empty one too. */
function piecesOf(text: string): readonly string[] {
  const pieces = new Set(['']);
  for (let from = 0; from < text.length; from++) {
    for (let to = from + 1; to <= text.length; to++) pieces.add(text.slice(from, to));
  }
  return [...pieces];
}
