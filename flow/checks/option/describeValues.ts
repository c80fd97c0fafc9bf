import type { Field } from '../../catalog/field';
import { replaceValue } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { closest } from '../../text/closest';
import { joinWithOr } from '../../text/joinWithOr';
import type { Fix } from '../check';

/** The values of an option as a message lists them: `"in", "out" or "both"`. */
export function describeValues(field: Field): string {
  return joinWithOr(Object.keys(field.values ?? {}).flatMap((value) => (value === '' ? [] : [JSON.stringify(value)])));
}

/** The value that a text stands for: another word for it, another case, or a slip of the finger. */
export function meantValue(field: Field, text: string): string | undefined {
  const word = text.trim().toLowerCase();
  const words = field.valueWords;
  if (words && Object.hasOwn(words, word)) return words[word];
  return closest(
    text.trim(),
    Object.keys(field.values ?? {}).filter((value) => value !== ''),
  );
}

/** A fix for each value, the one that is meant first; at most eight. */
export function valueFixes(model: FlowModel, field: Field, node: JsonNode, meant: string | undefined): Fix[] {
  const others = Object.keys(field.values ?? {}).filter((value) => value !== meant && value !== '');
  return [...(meant === undefined ? [] : [meant]), ...others].slice(0, 8).map((value) => ({
    title: `Change to ${JSON.stringify(value)}`,
    edits: replaceValue(model, node, value),
    ...(value === meant ? { preferred: true } : {}),
  }));
}
