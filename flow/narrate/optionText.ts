import { type Field, findAction } from '../catalog';
import type { JsonObject, JsonValue } from '../json/jsonValue';
import { canonicalUuid } from '../model/uuid';
import { foldMembers, nameOf } from '../simulator';
import { shortQuantity } from '../text/quantity';
import { shorten } from '../text/shorten';

/** What says most about an executed action, on one line; empty when its type says it all. */
export function optionText(type: string, option: JsonObject): string {
  const definition = findAction(type);
  const given = foldMembers(option);
  let result = '';
  for (const name of definition?.label ?? []) {
    const field = definition?.field(name);
    const value = given.get(name);
    const text = field && value !== undefined ? valueText(field, value) : undefined;
    if (text === undefined || text === '') continue;
    // An operator stands between its operands.
    const glue = result === '' ? '' : /[=!<>]$/.test(result) || /^[=!<>]+$/.test(text) ? ' ' : ', ';
    result += glue + text;
  }
  return result;
}

function valueText(field: Field, value: JsonValue): string | undefined {
  if (field.format === 'action-id') return undefined;
  if (typeof value === 'number') return shortQuantity(value, field.unit);
  if (typeof value === 'string') {
    if (field.format === 'speech') return `"${shorten(value, 90)}"`;
    return canonicalUuid(value) === undefined ? shorten(value, 60) : `${value.slice(0, 8)}…`;
  }
  if (Array.isArray(value))
    return value.map((item: JsonValue) => valueText(field.item ?? field, item) ?? '').join(', ');
  if (typeof value === 'object' && value !== null && field.holds === 'address') return nameOf(value as JsonObject);
  return undefined;
}
