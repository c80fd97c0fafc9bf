import type { Field } from '../../catalog/field';
import { type JsonNode, member } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { listOptions } from '../../model/listOptions';
import { isLanguageTag } from './languageTag';

/**
 * A value to start from when an option is added to an object; undefined where nothing sensible can be put in, as for the target of a jump or
 * the id of a queue.
 *
 * For a language it is the one that the file uses most, for the type of a value the one that is there.
 */
export function sampleValue(model: FlowModel, field: Field, object?: JsonNode): unknown {
  if (field.format === 'language-tag') return usualLanguage(model) ?? field.example;
  if (field.format === 'action-id') return undefined;
  // Ids of the example are those of no action here.
  if (field.item?.format === 'action-id') return {};
  if (field.name === 'value_type') {
    const given = Object.keys(field.values ?? {}).find((type) => member(object, `value_${type}`));
    if (given !== undefined) return given;
  }
  if (field.example !== undefined) return field.example;
  if (field.default !== undefined) return field.default;
  if (field.values) return Object.keys(field.values)[0];
  // An empty string is as good as none, and as an id worse.
  return undefined;
}

function usualLanguage(model: FlowModel): string | undefined {
  const counts = new Map<string, number>();
  for (const { node } of listOptions(model, (field) => field.format === 'language-tag')) {
    if (node.type !== 'string') continue;
    const tag = node.value as string;
    if (isLanguageTag(tag)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  let usual: string | undefined;
  let most = 0;
  for (const [tag, count] of counts) {
    if (count > most) [usual, most] = [tag, count];
  }
  return usual;
}
