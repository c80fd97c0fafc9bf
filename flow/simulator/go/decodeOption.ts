import { type Field, findAction } from '../../catalog';
import { canonicalUuid } from '../../model/uuid';
import { nilId } from '../ids';
import { isList, isObject, type JsonObject, type JsonValue } from '../jsonValue';
import type { SavedAction } from '../stack/actionList';
import { fold } from './fold';
import { parseFloat32 } from './parseFloat32';

/** A decoded value. Absent options have their zero value; an absent object is undefined, so that it can be told from an empty one. */
export type Decoded =
  | string
  | number
  | boolean
  | undefined
  | readonly Decoded[]
  | ReadonlyMap<string, Decoded>
  | DecodedObject
  | SavedAction;

export interface DecodedObject {
  readonly [name: string]: Decoded;
}

/** How ids are read: the engine takes UUIDs only; with the deviation `text-id-dropped` switched off any text is an id. */
export interface IdReading {
  readonly anyText?: boolean;
}

/** What the engine would say of an option that does not fit its struct. */
export class DecodeError extends Error {}

/**
 * An option as Go's encoding/json decodes it into the struct of its action type; throws {@link DecodeError} where Go gives an error.
 *
 * Keys match in any case, of several the one that sorts last wins, `null` leaves a value alone, unknown keys are passed over,
 * whole numbers refuse fractions. Source: bin-flow-manager/models/action/option.go; ParseOption.
 */
export function decodeOption(type: string, option: JsonObject | undefined, ids: IdReading = {}): DecodedObject {
  return decodeFields(findAction(type)?.fields ?? [], option ?? {}, ids);
}

function decodeFields(fields: readonly Field[], value: JsonObject, ids: IdReading): DecodedObject {
  const result: Record<string, Decoded> = {};
  for (const field of fields) result[field.name] = zero(field);
  // The engine marshals the option first, and Go marshals maps with sorted keys.
  for (const key of Object.keys(value).sort()) {
    const field = findField(fields, key);
    const inner = value[key];
    if (field && inner !== undefined && inner !== null) result[field.name] = decode(field, inner, key, ids);
  }
  return result;
}

function findField(fields: readonly Field[], key: string): Field | undefined {
  const exact = fields.find(({ name }) => name === key);
  if (exact) return exact;
  const folded = fold(key);
  return fields.find(({ name }) => fold(name) === folded);
}

function zero(field: Field): Decoded {
  if (isId(field)) return nilId;
  if (field.kind === 'string') return '';
  if (field.kind === 'boolean') return false;
  if (field.kind === 'array') return [];
  if (field.kind === 'map') return new Map();
  if (field.kind === 'object') return undefined;
  return 0;
}

const isId = ({ format, kind }: Field) => kind === 'string' && (format === 'uuid' || format === 'action-id');

function decode(field: Field, value: JsonValue, at: string, ids: IdReading): Decoded {
  switch (field.kind) {
    case 'string':
      if (typeof value !== 'string') throw mismatch(at, 'text', value);
      return isId(field) ? decodeId(value, at, field.format === 'action-id' ? ids : {}) : value;
    case 'boolean':
      if (typeof value !== 'boolean') throw mismatch(at, 'true or false', value);
      return value;
    case 'integer':
      if (typeof value !== 'number' || !isInt64(value)) throw mismatch(at, 'a whole number', value);
      return value;
    case 'number': {
      const single = typeof value === 'number' ? parseFloat32(String(value)) : undefined;
      if (single === undefined) throw mismatch(at, 'a number', value);
      return single;
    }
    case 'array': {
      if (!isList(value)) throw mismatch(at, 'a list', value);
      if (field.holds === 'actions') return value.map((item, i) => decodeAction(item, `${at}[${i}]`, ids));
      const { item } = field;
      return item ? value.map((one, i) => (one === null ? zero(item) : decode(item, one, `${at}[${i}]`, ids))) : [];
    }
    case 'map': {
      if (!isObject(value)) throw mismatch(at, 'an object', value);
      const { item } = field;
      const entries = Object.entries(value);
      if (!item) return new Map();
      return new Map(
        entries.map(([key, one]) => [key, one === null ? zero(item) : decode(item, one, `${at}.${key}`, ids)]),
      );
    }
    case 'object':
      if (!isObject(value)) throw mismatch(at, 'an object', value);
      return decodeFields(field.fields ?? [], value, ids);
  }
}

/** A nested action as it stands in an option or in a fetched list: not saved, so its ids have to be UUIDs and none is made. */
export function decodeAction(value: JsonValue, at: string, ids: IdReading = {}): SavedAction {
  if (value === null) return { id: nilId, nextId: nilId, type: '', option: undefined };
  if (!isObject(value)) throw mismatch(at, 'an object', value);
  let id: string = nilId;
  let nextId: string = nilId;
  let type = '';
  let option: JsonObject | undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (inner === null) continue;
    const name = fold(key);
    if (name === 'id' || name === 'next_id') {
      if (typeof inner !== 'string') throw mismatch(`${at}.${key}`, 'text', inner);
      const decoded = decodeId(inner, `${at}.${key}`, ids);
      if (name === 'id') id = decoded;
      else nextId = decoded;
    } else if (name === 'type') {
      if (typeof inner !== 'string') throw mismatch(`${at}.${key}`, 'text', inner);
      type = inner;
    } else if (name === 'option') {
      if (!isObject(inner)) throw mismatch(`${at}.${key}`, 'an object', inner);
      option = { ...option, ...inner };
    }
  }
  return { id, nextId, type, option };
}

function decodeId(text: string, at: string, { anyText }: IdReading): string {
  const id = canonicalUuid(text);
  if (id !== undefined) return id;
  if (anyText && text !== '') return text;
  throw new DecodeError(`\`${at}\` is ${JSON.stringify(text)}, which is no UUID`);
}

// 2^63 itself is one too many; float64 has nothing between it and the largest int64.
const isInt64 = (value: number) => Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;

function mismatch(at: string, wanted: string, value: JsonValue): DecodeError {
  const text = JSON.stringify(value);
  return new DecodeError(`\`${at}\` is ${text.length > 40 ? `${text.slice(0, 40)}…` : text} where ${wanted} is needed`);
}
