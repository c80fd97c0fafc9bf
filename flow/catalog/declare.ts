import type { Field, FieldMeta, Resource } from './field';

/** A field whose name is the key under which it is declared. */
export type Declared = Omit<Field, 'name'>;

/** The fields of a declaration, in its order. */
export function declareFields(declared: Readonly<Record<string, Declared>>): Field[] {
  return Object.entries(declared).map(([name, field]) => fieldOf(name, field));
}

const item = (field: Declared): Field => fieldOf('', field);

/** Every member, so that all fields are alike: V8 reads a member of such objects several times faster. */
const blank = {
  name: undefined,
  kind: undefined,
  doc: undefined,
  unit: undefined,
  values: undefined,
  valueWords: undefined,
  open: undefined,
  refusesOthers: undefined,
  min: undefined,
  max: undefined,
  format: undefined,
  refersTo: undefined,
  ownVariables: undefined,
  required: undefined,
  whenMissing: undefined,
  default: undefined,
  ignored: undefined,
  broken: undefined,
  deprecated: undefined,
  alsoCalled: undefined,
  notes: undefined,
  quirks: undefined,
  example: undefined,
  holds: undefined,
  hasLines: undefined,
  fields: undefined,
  item: undefined,
} satisfies Record<keyof Field, undefined>;

const fieldOf = (name: string, field: Declared) => ({ ...blank, ...field, name }) as Field;

export const text = (meta: FieldMeta): Declared => ({ ...meta, kind: 'string' });
/** An id of an action of the same flow. */
export const actionId = (meta: FieldMeta): Declared => text({ ...meta, format: 'action-id', refersTo: 'action' });
/** An id of a resource of the account. */
export const resourceId = (refersTo: Resource | readonly Resource[], meta: FieldMeta): Declared =>
  text({ ...meta, format: 'uuid', refersTo });
export const integer = (meta: FieldMeta): Declared => ({ ...meta, kind: 'integer' });
export const number = (meta: FieldMeta): Declared => ({ ...meta, kind: 'number' });
export const flag = (meta: FieldMeta): Declared => ({ ...meta, kind: 'boolean' });
/** One of the values that `meta.values` explains, or any text where the values are `open`. */
export const choice = (meta: FieldMeta & { values: Readonly<Record<string, string>> }): Declared => text(meta);
export const list = (of: Declared, meta: FieldMeta): Declared => ({ ...meta, kind: 'array', item: item(of) });
export const map = (of: Declared, meta: FieldMeta): Declared => ({ ...meta, kind: 'map', item: item(of) });
export const object = (members: Readonly<Record<string, Declared>>, meta: FieldMeta): Declared => ({
  ...meta,
  kind: 'object',
  fields: declareFields(members),
});
