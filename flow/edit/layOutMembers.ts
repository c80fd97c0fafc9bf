/** How an object is to be laid out. */
interface ObjectLayout {
  readonly unit: string;
  readonly eol: string;
  /** The indentation of the line in which the object begins. */
  readonly indent: string;
  /** Each member gets a line of its own. */
  readonly inLines: boolean;
}

/** An object of members whose values are JSON texts that are laid out already. */
export function layOutMembers(
  members: readonly (readonly [name: string, json: string])[],
  { unit, eol, indent, inLines }: ObjectLayout,
): string {
  const texts = members.map(([name, json]) => `${JSON.stringify(name)}: ${json}`);
  if (!inLines) return `{ ${texts.join(', ')} }`;
  const gap = eol + indent + unit;
  return `{${gap}${texts.join(`,${gap}`)}${eol}${indent}}`;
}
