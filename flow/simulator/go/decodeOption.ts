import { type Field, findAction } from '../../catalog';
import { foldKey } from '../../json/foldKey';
import { isInt64 } from '../../json/goNumber';
import { isList, isObject, type JsonObject, type JsonValue } from '../../json/jsonValue';
import { parseFloat32 } from '../../json/parseFloat32';
import { canonicalUuid, nilUuid } from '../../model/uuid';
import type { SavedAction } from '../stack/actionList';
import { fitsFloat64 } from './fitsFloat64';
import { isGoTime } from './goTime';
import { mergeOptions } from './mergeOptions';
import { membersOf } from './repeatedKeys';

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
 * Keys match in any case, unknown ones are passed over, whole numbers refuse fractions. Keys that differ in case are read one after another into the same
 * value: texts and numbers are replaced, lists, maps and objects merge, and `null` empties those three and leaves the rest alone.
 * Source: bin-flow-manager/models/action/option.go; ParseOption.
 */
export function decodeOption(type: string, option: JsonObject | undefined, ids: IdReading = {}): DecodedObject {
  return decodeFields(findAction(type)?.fields ?? [], option ?? {}, ids);
}

function decodeFields(
  fields: readonly Field[],
  value: JsonObject,
  ids: IdReading,
  before: DecodedObject = {},
): DecodedObject {
  const result: Record<string, Decoded> = {};
  for (const field of fields) result[field.name] = before[field.name] ?? zero(field);
  // The engine marshals the option first, and Go marshals maps with sorted keys.
  for (const key of Object.keys(value).sort()) {
    const field = findField(fields, key);
    const inner = value[key];
    if (field && inner !== undefined) result[field.name] = decode(field, inner, key, ids, result[field.name]);
  }
  return result;
}

function findField(fields: readonly Field[], key: string): Field | undefined {
  const exact = fields.find(({ name }) => name === key);
  if (exact) return exact;
  const folded = foldKey(key);
  return fields.find(({ name }) => foldKey(name) === folded);
}

function zero(field: Field): Decoded {
  if (isId(field)) return nilUuid;
  if (field.kind === 'string') return '';
  if (field.kind === 'boolean') return false;
  if (field.kind === 'array') return [];
  if (field.kind === 'map') return new Map();
  if (field.kind === 'object') return undefined;
  return 0;
}

const isId = ({ format, kind }: Field) => kind === 'string' && (format === 'uuid' || format === 'action-id');

/** A value read into what an earlier key of the same name has left there. */
function decode(field: Field, value: JsonValue, at: string, ids: IdReading, before: Decoded = zero(field)): Decoded {
  if (value === null)
    return field.kind === 'array' || field.kind === 'map' || field.kind === 'object' ? zero(field) : before;
  switch (field.kind) {
    case 'string':
      if (typeof value !== 'string') throw mismatch(at, 'text', value);
      return isId(field) ? decodeId(value, at, field.format === 'action-id' ? ids : {}) : value;
    case 'boolean':
      if (typeof value !== 'boolean') throw mismatch(at, 'true or false', value);
      return value;
    case 'integer':
      if (typeof value !== 'number' || !isInt64(value)) throw mismatch(at, 'an integer', value);
      return value;
    case 'number': {
      const single = typeof value === 'number' ? parseFloat32(String(value)) : undefined;
      if (single === undefined) throw mismatch(at, 'a number', value);
      return single;
    }
    case 'array': {
      if (!isList(value)) throw mismatch(at, 'a list', value);
      const old = Array.isArray(before) ? (before as readonly Decoded[]) : [];
      const { item } = field;
      return value.map((jsonValue, i) => {
        if (field.holds === 'actions')
          return decodeAction(jsonValue, `${at}[${i}]`, ids, { sorted: true, before: old[i] });
        return item ? decode(item, jsonValue, `${at}[${i}]`, ids, old[i]) : undefined;
      });
    }
    case 'map': {
      if (!isObject(value)) throw mismatch(at, 'an object', value);
      const { item } = field;
      const entries = Object.entries(value).map(([key, element]): [string, Decoded] => [
        key,
        item ? decode(item, element, `${at}.${key}`, ids) : undefined,
      ]);
      // What is there was made for this option, so that it can be added to.
      const map: Map<string, Decoded> = before instanceof Map ? before : new Map();
      for (const [key, decoded] of entries) map.set(key, decoded);
      return map;
    }
    case 'object':
      if (!isObject(value)) throw mismatch(at, 'an object', value);
      return decodeFields(field.fields ?? [], value, ids, before as DecodedObject | undefined);
  }
}

/** Whether a decoded value is an action. */
export const isSaved = (value: unknown): value is SavedAction =>
  typeof value === 'object' && value !== null && 'nextId' in value;

/**
 * A nested action as it stands in an option or in a fetched list: not saved, so its ids have to be UUIDs and none is made.
 *
 * `sorted`: its keys were sorted on the way, as those within an option are. `before`: what an earlier list of the same name has left in its place.
 * Source: bin-flow-manager/models/action/action.go Action.
 */
export function decodeAction(
  value: JsonValue,
  at: string,
  ids: IdReading = {},
  { sorted = false, before }: { readonly sorted?: boolean; readonly before?: Decoded } = {},
): SavedAction {
  let { id, nextId, type } = isSaved(before) ? before : emptyAction;
  const options = isSaved(before) && before.option ? [before.option] : [];
  if (value === null) return { id, nextId, type, option: mergeOptions(options) };
  if (!isObject(value)) throw mismatch(at, 'an object', value);
  const members = sorted
    ? Object.keys(value)
        .sort()
        .map((key) => [key, value[key] ?? null] as const)
    : membersOf(value);
  for (const [key, inner] of members) {
    const name = foldKey(key);
    const place = `${at}.${key}`;
    if (name === 'option' && inner !== null) options.push(decodeOptionMap(inner, place));
    else if (name === 'option') options.length = 0;
    else if (inner === null) continue;
    else if (name === 'id') id = decodeId(textOr(inner, place), place, ids);
    else if (name === 'next_id') nextId = decodeId(textOr(inner, place), place, ids);
    else if (name === 'type') type = textOr(inner, place);
    else if (name === 'tm_execute' && !isGoTime(textOr(inner, place))) throw mismatch(place, 'a time', inner);
  }
  return { id, nextId, type, option: mergeOptions(options) };
}

const emptyAction: SavedAction = { id: nilUuid, nextId: nilUuid, type: '', option: undefined };

/** An untyped map: a second one of the same name adds to the first, `null` takes it away. */
function decodeOptionMap(value: JsonValue, at: string): JsonObject {
  if (!isObject(value)) throw mismatch(at, 'an object', value);
  if (!fitsFloat64(value)) throw new DecodeError(`\`${at}\` holds a number that is too large`);
  return value;
}

function textOr(value: JsonValue, at: string): string {
  if (typeof value !== 'string') throw mismatch(at, 'text', value);
  return value;
}

function decodeId(text: string, at: string, { anyText }: IdReading): string {
  const id = canonicalUuid(text);
  if (id !== undefined) return id;
  if (anyText && text !== '') return text;
  throw new DecodeError(`\`${at}\` is ${excerpt(text)}, which is not a UUID`);
}

function mismatch(at: string, wanted: string, value: JsonValue): DecodeError {
  return new DecodeError(`\`${at}\` is ${excerpt(value)} where ${wanted} is needed`);
}

/** A value as a message shows it. */
function excerpt(value: JsonValue): string {
  if (isList(value)) return 'a list';
  if (isObject(value)) return 'an object';
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}
