import { toValue } from '../../json/node';
import { parseJson } from '../../json/parse';
import { couldBeJson } from './couldBeJson';

/** A text made JSON: comments and trailing commas out, single quotes and line breaks written properly; undefined where that is not enough. */
export function repairJson(text: string): string | undefined {
  const candidates = [
    () => escapeBreaks(text),
    () => (text.includes('"') ? undefined : text.replaceAll("'", '"')),
    () => withoutExtras(text),
  ];
  for (const candidate of candidates) {
    const repaired = candidate();
    if (repaired !== undefined && couldBeJson(repaired)) return repaired;
  }
  return undefined;
}

/** Line breaks and tabs within texts, as JSON writes them. */
function escapeBreaks(text: string): string {
  return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/gs, (found) =>
    found.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t'),
  );
}

function withoutExtras(text: string): string | undefined {
  const { root, issues } = parseJson(text, { allowTrailingComma: true });
  if (!root || issues.some((issue) => issue.code !== 'Comment')) return undefined;
  return JSON.stringify(toValue(root));
}
