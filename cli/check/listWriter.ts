import { printableJson } from '../printable';

/** Writes a list of JSON one item at a time, laid out as if it were written whole. */
export interface ListWriter {
  /** The text of one more item, with what stands between it and the one before. */
  item(value: unknown): string;
  /** The end of the list. */
  end(): string;
}

/** A list whose bracket opens on a line that is indented by so many blanks. */
export function writeList(indent: number): ListWriter {
  const lead = `\n${' '.repeat(indent + 2)}`;
  let isEmpty = true;
  return {
    item(value) {
      const before = isEmpty ? '' : ',';
      isEmpty = false;
      return `${before}${lead}${printableJson(value, 2).replaceAll('\n', lead)}`;
    },
    end: () => (isEmpty ? ']' : `\n${' '.repeat(indent)}]`),
  };
}
