import type { Declared } from '../../flow/catalog/declare';
import { isObject } from '../../flow/json/jsonValue';
import { canonicalUuid } from '../../flow/model/uuid';
import { hasVariable } from '../../flow/model/variableUses';

/** Whether a JSON value is one that a field of the catalog can hold; undefined is right where the field may be left out. */
export function fitsField(field: Declared, value: unknown): boolean {
  if (value === undefined) return field.required !== true;
  switch (field.kind) {
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
    case 'boolean':
      return typeof value === field.kind;
    case 'array':
      return Array.isArray(value) && value.every((item) => field.item && fitsField(field.item, item));
    case 'map':
      return isObject(value) && Object.values(value).every((item) => field.item && fitsField(field.item, item));
    case 'object':
      return isObject(value) && (field.fields ?? []).every((member) => fitsField(member, value[member.name]));
    case 'string':
      return typeof value === 'string' && fitsText(field, value);
  }
}

/** Whether an object has what the fields need, each of the right kind; other keys pass. */
export function fitsFields(fields: readonly (Declared & { name: string })[], value: unknown): boolean {
  return isObject(value) && fields.every((field) => fitsField(field, value[field.name]));
}

function fitsText({ values, open, format }: Declared, text: string): boolean {
  if (values && !open) return Object.hasOwn(values, text);
  if (format === 'uuid' || format === 'action-id') return canonicalUuid(text) !== undefined || hasVariable(text);
  return true;
}
