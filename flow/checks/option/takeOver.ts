import type { Field } from '../../catalog/field';
import { type Edit, renameKey, replaceValue } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { convertLiteral, fitsKind } from './convertLiteral';

/** The edits that give an option the name of a field, and its value the form that the field wants; undefined where it has none in that form. */
export function takeOver(model: FlowModel, field: Field, node: JsonNode, actionType?: string): Edit[] | undefined {
  if (fitsKind(field, node)) return renameKey(node, field.name);
  const value = convertLiteral(field, node, actionType);
  return value === undefined ? undefined : [...renameKey(node, field.name), ...replaceValue(model, node, value)];
}
