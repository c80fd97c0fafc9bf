import { member } from '../json/node';
import { parseJson } from '../json/parse';

/**
 * The text of the manifest with other settings in it; everything else stays as it is, to the letter.
 *
 * The settings are laid out as the formatter of this repository does it: lists on one line where they fit into 120 columns.
 */
export function replaceSettings(manifest: string, settings: unknown): string {
  const contributes = member(parseJson(manifest).root, 'contributes');
  const properties = member(member(contributes, 'configuration'), 'properties');
  if (!properties) throw new Error('the manifest has no contributes.configuration.properties');
  const lineStart = manifest.lastIndexOf('\n', properties.offset) + 1;
  const indent = /^ */.exec(manifest.slice(lineStart))?.[0] ?? '';
  return (
    manifest.slice(0, properties.offset) +
    layOut(settings, indent, properties.offset - lineStart) +
    manifest.slice(properties.end)
  );
}

const widest = 120;

/** `column` is where the value begins; a comma may follow it on its line. */
function layOut(value: unknown, indent: string, column: number): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    if (column + line.length + 1 <= widest) return line;
    return `[\n${value.map((item) => inner + layOut(item, inner, inner.length)).join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, part]) => part !== undefined);
  if (members.length === 0) return '{}';
  const lines = members.map(([key, part]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return start + layOut(part, inner, start.length);
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
