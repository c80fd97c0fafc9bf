const digits = Symbol('digits');

/** A number by its digits, where JavaScript would write others: `9007199254740993`, `1.0`, `1e3`. */
export interface ExactNumber {
  readonly [digits]: string;
}

/** The number of a JSON text, to be sent as it is written there; a plain number where JavaScript writes the same. */
export function exactNumber(text: string): number | ExactNumber {
  const value = Number(text);
  return String(value) === text ? value : { [digits]: text };
}

/** The digits of an exact number; undefined for every other value. */
export function digitsOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? (value as Partial<ExactNumber>)[digits] : undefined;
}

/** A value as JSON like that of `JSON.stringify`, exact numbers with their own digits; `indent` is that of one level. */
export function jsonText(value: unknown, indent = ''): string {
  return write(value, indent, '\n') ?? 'null';
}

function write(value: unknown, indent: string, line: string): string | undefined {
  const exact = digitsOf(value);
  if (exact !== undefined) return exact;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = line + indent;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => write(item, indent, inner) ?? 'null');
    return enclose('[', items, ']', indent, line);
  }
  const colon = indent === '' ? ':' : ': ';
  const members = Object.entries(value).flatMap(([key, item]) => {
    const text = write(item, indent, inner);
    return text === undefined ? [] : [`${JSON.stringify(key)}${colon}${text}`];
  });
  return enclose('{', members, '}', indent, line);
}

function enclose(open: string, parts: readonly string[], close: string, indent: string, line: string): string {
  if (parts.length === 0) return open + close;
  if (indent === '') return open + parts.join(',') + close;
  return `${open}${line}${indent}${parts.join(`,${line}${indent}`)}${line}${close}`;
}
