import type { Field } from '../../catalog/field';
import type { FlowModel } from '../../model/flowModel';
import { listOptions } from '../../model/optionsByField';
import { hasVariable } from '../../model/variableUses';

/**
 * A value to start from when an option is added; undefined where nothing sensible can be put in, as for the target of a jump.
 *
 * For a language it is the one that the file uses most.
 */
export function sampleValue(model: FlowModel, field: Field): unknown {
  if (field.format === 'language-tag') return usualLanguage(model) ?? field.example;
  if (field.format === 'action-id') return undefined;
  if (field.example !== undefined) return field.example;
  if (field.default !== undefined) return field.default;
  if (field.values) return Object.keys(field.values)[0];
  return field.kind === 'string' ? '' : undefined;
}

function usualLanguage(model: FlowModel): string | undefined {
  const counts = new Map<string, number>();
  for (const { node } of listOptions(model, (one) => one.format === 'language-tag')) {
    if (node.type !== 'string') continue;
    const tag = node.value as string;
    if (tag !== '' && !hasVariable(tag)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  let usual: string | undefined;
  let most = 0;
  for (const [tag, count] of counts) {
    if (count > most) [usual, most] = [tag, count];
  }
  return usual;
}
