import * as z from 'zod';

// zod otherwise compiles its checks with `Function(...)`, which hosts with a strict content policy refuse.
z.config({ jitless: true });

export type Unit = 'ms' | 's' | 'bytes' | 'minute' | 'hour' | 'day' | 'month' | 'digits';

/** What an id points at. `action` is an action of the same flow; the rest are resources of the account. */
export type Resource =
  | 'action'
  | 'flow'
  | 'queue'
  | 'conference'
  | 'ai'
  | 'team'
  | 'agent'
  | 'call'
  | 'conversation'
  | 'recording'
  | 'confbridge'
  | 'transcribe'
  | 'outplan'
  | 'outdial'
  | 'campaign'
  | 'provider'
  | 'customer';

/** What the engine does when a thing is missing or fails; the vocabulary of every consequence we tell. */
export type Effect =
  | 'refused' // the API answers with an error, nothing is saved and nothing runs
  | 'abort-flow' // the flow is stopped and a call hung up
  | 'crash' // a backend service dereferences nothing
  | 'skip-action' // the action has no effect, the next one runs
  | 'ignored' // an error is logged, the next action runs
  | 'always-false' // a condition counts as false
  | 'no-op' // runs and does nothing useful
  | 'default' // a default is used
  | 'none'; // nothing happens

export interface WhenMissing {
  readonly effect: Effect;
  /** User text: what happens, in one sentence. */
  readonly doc: string;
  /** File and symbol of VoIPbin's public source. */
  readonly source: string;
  /** A default that surprises is worth a finding; a harmless one is not. */
  readonly surprises?: boolean;
}

/** Where VoIPbin's documentation says one thing and its engine does another. */
export interface Quirk {
  readonly documented: string;
  readonly observed: string;
  readonly source: string;
}

export type Format =
  | 'uuid'
  | 'action-id'
  | 'language-tag'
  | 'url'
  | 'dtmf'
  | 'variable-name'
  | 'json-text'
  | 'speech'
  | 'date-time';

export interface FieldMeta {
  /** User text: what it is, in full sentences of the present tense. */
  readonly doc: string;
  readonly unit?: Unit;
  /** Meaning of each enum value. */
  readonly values?: Readonly<Record<string, string>>;
  /** Texts that people write for one of the values, each with the value they mean. */
  readonly valueWords?: Readonly<Record<string, string>>;
  /** Values outside `values` work too; they are only offered, not required. */
  readonly open?: boolean;
  /** The API refuses a request with a value outside `values`. */
  readonly refusesOthers?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly format?: Format;
  readonly refersTo?: Resource | readonly Resource[];
  /** `true`, or the condition under which it is needed, as a phrase that follows "needed". */
  readonly required?: true | string;
  readonly whenMissing?: WhenMissing;
  readonly default?: string | number | boolean;
  /** Declared by VoIPbin, read by nothing; the text says what does the job instead. */
  readonly ignored?: string;
  /** Using it fails; the text says how. */
  readonly broken?: string;
  readonly deprecated?: string;
  /** Names that people write when they mean this one. */
  readonly alsoCalled?: readonly string[];
  /** Notes for hover and reference page, one sentence each. */
  readonly notes?: readonly string[];
  readonly quirks?: readonly Quirk[];
  /** Shown by completion where a value has to be typed. JSON value. */
  readonly example?: unknown;
  /** The nested structure the value holds. */
  readonly holds?: 'address' | 'actions' | 'variables';
}

const registry = z.registry<FieldMeta>();

/** A schema of its own that carries its metadata; the shared original stays untouched. */
export function field<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  const own = schema.clone() as S;
  registry.add(own, meta);
  return own;
}

const needed = <S extends z.ZodType>(schema: S, meta: FieldMeta) => {
  const own = field(schema, meta);
  return meta.required === true ? own : own.optional();
};

export const text = (meta: FieldMeta) => needed(z.string(), meta);
const hex = '[0-9a-fA-F]';
const uuid = `(${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}|${hex}{32})`;
/** Every spelling of a UUID that the engine reads (gofrs/uuid v4.4.0 `UUID.UnmarshalText`), or a text with a variable in it. */
const id = z.string().regex(new RegExp(`^(${uuid}|\\{${uuid}\\}|urn:uuid:${uuid})$|\\$\\{.*?\\}`));
/** An id of an action of the same flow. */
export const actionId = (meta: FieldMeta) => needed(id, { ...meta, format: 'action-id', refersTo: 'action' });
/** An id of a resource of the account. */
export const resourceId = (refersTo: Resource | readonly Resource[], meta: FieldMeta) =>
  needed(id, { ...meta, format: 'uuid', refersTo });
export const integer = (meta: FieldMeta) => needed(z.int(), meta);
export const number = (meta: FieldMeta) => needed(z.number(), meta);
export const flag = (meta: FieldMeta) => needed(z.boolean(), meta);
/** One of the values that `meta.values` explains, or any text where the values are `open`. */
export const choice = (meta: FieldMeta & { values: Readonly<Record<string, string>> }) =>
  needed(meta.open ? z.string() : z.enum(Object.keys(meta.values)), meta);
export const list = <S extends z.ZodType>(item: S, meta: FieldMeta) => needed(z.array(item), meta);
export const map = <S extends z.ZodType>(value: S, meta: FieldMeta) => needed(z.record(z.string(), value), meta);
export const object = (shape: Record<string, z.ZodType>, meta: FieldMeta) => needed(z.looseObject(shape), meta);

/** A field as checks and features read it: the zod schema and its metadata, flattened once. */
export interface Field extends FieldMeta {
  readonly name: string;
  readonly kind: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'map';
  /** The members of an object. */
  readonly fields?: readonly Field[];
  /** The items of an array or the values of a map. */
  readonly item?: Field;
}

/** The fields of an object schema, in order of declaration. */
export function describeFields(shape: Readonly<Record<string, z.ZodType>>): Field[] {
  return Object.entries(shape).map(([name, schema]) => describe(name, schema));
}

/** The metadata of a schema. Unwraps `optional` only: an array has `unwrap` too and would answer for its items. */
export function metaOf(schema: z.ZodType): FieldMeta {
  const meta = registry.get(schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema);
  if (!meta) throw new Error('a field of the catalog was declared without its metadata');
  return meta;
}

function describe(name: string, schema: z.ZodType): Field {
  const meta = metaOf(schema);
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  if (inner instanceof z.ZodObject) return { ...meta, name, kind: 'object', fields: describeFields(inner.shape) };
  if (inner instanceof z.ZodArray)
    return { ...meta, name, kind: 'array', item: describe('', inner.element as z.ZodType) };
  if (inner instanceof z.ZodRecord)
    return { ...meta, name, kind: 'map', item: describe('', inner.valueType as z.ZodType) };
  if (inner instanceof z.ZodBoolean) return { ...meta, name, kind: 'boolean' };
  if (inner instanceof z.ZodNumber) return { ...meta, name, kind: inner.format ? 'integer' : 'number' };
  return { ...meta, name, kind: 'string' };
}
