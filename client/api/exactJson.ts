const exactText = Symbol('exactText');

/** A JSON value by its text, where JavaScript would write another: `9007199254740993`, `1.0`, an object with a key twice. */
export interface ExactJson {
  readonly [exactText]: string;
}

/** A value that is sent as this JSON text. */
export function exactJson(text: string): ExactJson {
  return { [exactText]: text };
}

/** The text of an exact value; undefined for every other value. */
export function exactTextOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? (value as Partial<ExactJson>)[exactText] : undefined;
}

/** Whether a value has members: not null, not a list, and not written as a text of its own. */
export function hasMembers(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && exactTextOf(value) === undefined;
}

/** A value as JSON like that of `JSON.stringify`, exact values with their own text; `indent` is that of one level. */
export function jsonText(value: unknown, indent = ''): string {
  return write(value, indent, '\n') ?? 'null';
}

function write(value: unknown, indent: string, line: string): string | undefined {
  const exact = exactTextOf(value);
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
