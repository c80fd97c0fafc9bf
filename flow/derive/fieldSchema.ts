import type { AddressType } from '../catalog/address';
import type { Field } from '../catalog/field';
import { actionName, maxNameLength } from '../model/actionName';
import { renderAddressType } from '../text/addressDoc';
import { renderField } from '../text/fieldDoc';

/** A JSON Schema of draft 07, with the extra keywords of VS Code's JSON service that other editors know too. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly not?: JsonSchema;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly deprecationMessage?: string;
  readonly doNotSuggest?: boolean;
  readonly defaultSnippets?: readonly {
    readonly label: string;
    readonly description: string;
    readonly bodyText: string;
  }[];
}

/** What an editor shows and checks for one option or key: the form of its value and every text that the catalog has on it. With `names` an action may have one. */
export function fieldSchema(field: Field, docsUrl?: string, names = false): JsonSchema {
  const warning = [field.deprecated, field.broken, field.ignored].filter((text) => text !== undefined).join(' ');
  return {
    description: field.doc,
    markdownDescription: renderField(field, docsUrl),
    ...valueSchema(field, names),
    ...(isUsefulDefault(field) ? { default: field.default } : {}),
    ...(field.example === undefined || field.values ? {} : { examples: [field.example] }),
    ...(warning === '' ? {} : { deprecationMessage: warning }),
  };
}

/** A default that counts as left out would be put into the document by editors, and be a mistake there. */
function isUsefulDefault({ default: value, min }: Field): boolean {
  return value !== undefined && !(typeof value === 'number' && min !== undefined && value < min);
}

/** Whether its absence is a mistake: where a default takes its place, or nothing happens, the checks give an information only. */
export function isNeeded({ required, whenMissing }: Field): boolean {
  return (
    required === true &&
    whenMissing?.effect !== 'default' &&
    whenMissing?.effect !== 'none' &&
    whenMissing !== undefined
  );
}

/** An object with these fields and no others but notes to people; the engine ignores others silently, so they are mistakes. */
export function objectSchema(fields: readonly Field[], docsUrl?: string, names = false): JsonSchema {
  const required = fields.filter(isNeeded).map((field) => field.name);
  return {
    type: orNull('object'),
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field, docsUrl, names)])),
    patternProperties: remarks,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** Keys that begin so are for people. Source: `isRemark`. */
export const remarks: Readonly<Record<string, JsonSchema>> = { '^(?:[_$]|//)': {} };

/** VoIPbin takes `null` for what is not there. */
export const orNull = (type: string): readonly string[] => [type, 'null'];

/** An address, whose type decides what the member that reaches the party looks like. Whether anything reads it is for the checks. */
export function addressSchema(fields: readonly Field[], types: readonly AddressType[]): JsonSchema {
  return {
    ...objectSchema(fields),
    allOf: types.map((address) => ({
      if: { properties: { type: { const: address.type } }, required: ['type'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { [address.uses]: targetSchema(address) }, required: [address.uses] },
    })),
  };
}

function targetSchema(address: AddressType): JsonSchema {
  return {
    description: address.targetDoc,
    markdownDescription: renderAddressType(address),
    examples: [address.example],
    ...(address.format === 'uuid' ? idSchema : {}),
    ...(address.pattern
      ? { pattern: `${address.pattern.source}|${variable}`, patternErrorMessage: address.targetDoc }
      : {}),
  };
}

function valueSchema(field: Field, names: boolean): JsonSchema {
  if (field.holds === 'actions') return { type: orNull('array'), items: { $ref: '#/definitions/action' } };
  switch (field.kind) {
    case 'string':
      return stringSchema(field, names);
    case 'integer':
    case 'number':
      return {
        type: orNull(field.kind),
        ...(field.min === undefined ? {} : { minimum: field.min }),
        ...(field.max === undefined ? {} : { maximum: field.max }),
      };
    case 'boolean':
      return { type: orNull('boolean') };
    case 'array':
      return { type: orNull('array'), ...(field.item ? { items: fieldSchema(field.item, undefined, names) } : {}) };
    case 'map':
      return {
        type: orNull('object'),
        ...(field.item ? { additionalProperties: fieldSchema(field.item, undefined, names) } : {}),
      };
    case 'object':
      return field.holds === 'address'
        ? { allOf: [{ $ref: `#/definitions/${field.name === 'source' ? 'source' : 'address'}` }] }
        : field.fields?.length
          ? objectSchema(field.fields, undefined, names)
          : { type: orNull('object') };
  }
}

function stringSchema(field: Field, names: boolean): JsonSchema {
  const type = orNull('string');
  if (field.values) {
    const known = valuesSchema(field.values);
    if (field.open) return { type, examples: Object.keys(field.values) };
    return { type, anyOf: [known, { type: 'string', pattern: `^$|${variable}` }, { type: 'null' }] };
  }
  // The id of an action itself is read when the flow is saved, before there are variables.
  if (field.format === 'uuid' && !field.refersTo) return { type, ...(names ? orName(ownIdSchema) : ownIdSchema) };
  if (field.format === 'action-id') return { type, ...(names ? orName(idSchema) : idSchema) };
  if (field.format === 'uuid') return { type, ...idSchema };
  if (field.format === 'url') {
    const patternErrorMessage = 'A URL starts with http:// or https://.';
    return { type, pattern: `^$|^[hH][tT][tT][pP][sS]?://|${variable}`, patternErrorMessage };
  }
  return { type };
}

/** Values with their meanings, in plain text and in Markdown. */
export function valuesSchema(values: Readonly<Record<string, string>>): JsonSchema {
  const texts = Object.values(values);
  return { enum: Object.keys(values), enumDescriptions: texts, markdownEnumDescriptions: texts };
}

const variable = '\\$\\{.*?\\}';
const hex = '[0-9a-fA-F]';
const bareId = `(${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}|${hex}{32})`;
const anyId = `^(${bareId}|\\{${bareId}\\}|urn:uuid:${bareId})$`;

/** Where an action may have a name. */
function orName({ pattern }: JsonSchema): JsonSchema {
  return {
    pattern: `${pattern}|${actionName.source}`,
    patternErrorMessage: `A name is a letter, then letters, digits, - and _, at most ${maxNameLength}. A UUID works too.`,
  };
}

/** Every spelling of a UUID that the engine reads (gofrs/uuid v4.4.0 `UUID.UnmarshalText`). */
const ownIdSchema: JsonSchema = {
  pattern: anyId,
  patternErrorMessage: 'An id is a UUID such as 7d0e6f3a-52c1-4b8e-9f04-3a6d1c85b927.',
};
const idSchema: JsonSchema = {
  pattern: `${anyId}|${variable}`,
  patternErrorMessage: 'An id is a UUID such as 7d0e6f3a-52c1-4b8e-9f04-3a6d1c85b927, or a text with a ${variable}.',
};
