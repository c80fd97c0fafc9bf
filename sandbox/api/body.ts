import type { Context } from 'hono';
import {
  addressKeys,
  foldMembers,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
  parseGoJson,
  perObject,
} from '../../flow';
import { type Address, address } from '../resources/address';
import { invalidBody } from './apiError';
import { readText } from './readText';

/** The body of a request. As with the platform `null` is an empty one; anything else that is not an object is refused. */
export async function readBody(context: Context): Promise<JsonObject> {
  const value = parseGoJson(await readText(context.req.raw));
  if (value === undefined || isDeeper(value, maxLevels)) throw invalidBody();
  if (value === null) return {};
  return asObject(value);
}

/** Levels of lists and objects. VoIPbin takes 10 000; what is stored here has to be written as JSON again, for which Node has not the stack. */
const maxLevels = 1000;

function isDeeper(value: JsonValue, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner: JsonValue) => isDeeper(inner, levels - 1));
}

const folded = perObject((body: JsonObject) => foldMembers(body));

/** A member, whatever the case of its name, as Go reads it; null counts as absent, and several go one after another into the same value. */
export function member(body: JsonObject, name: string): JsonValue | undefined {
  return folded(body).get(name) ?? undefined;
}

export function textMember(body: JsonObject, name: string): string | undefined {
  const value = member(body, name);
  if (value === undefined || typeof value === 'string') return value;
  throw invalidBody();
}

/** Name and detail, which most resources have; empty where they are absent. */
export const namesOf = (body: JsonObject) => ({
  name: textMember(body, 'name') ?? '',
  detail: textMember(body, 'detail') ?? '',
});

export function integerOf(body: JsonObject, name: string): number | undefined {
  const value = member(body, name);
  if (value === undefined) return undefined;
  // Go's have 64 bits, which nothing here needs.
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw invalidBody();
}

/** A list of texts; undefined when it is absent. A null in it is an empty string, as Go reads it. */
export function textListOf(body: JsonObject, name: string): readonly string[] | undefined {
  return listOf(body, name)?.map((text) => {
    if (text !== null && typeof text !== 'string') throw invalidBody();
    return text ?? '';
  });
}

function listOf(body: JsonObject, name: string): readonly JsonValue[] | undefined {
  const value = member(body, name);
  if (value === undefined || isList(value)) return value;
  throw invalidBody();
}

/** An object, such as `data`; undefined when it is absent. */
export function objectOf(body: JsonObject, name: string): JsonObject | undefined {
  const value = member(body, name);
  return value === undefined ? undefined : asObject(value);
}

/** A list of objects, such as `attachments`; none when it is absent. */
export function objectsOf(body: JsonObject, name: string): readonly JsonObject[] {
  return listOf(body, name)?.map((object) => (object === null ? {} : asObject(object))) ?? [];
}

/** A map of texts, such as `variables`. */
export function textsOf(body: JsonObject, name: string): Readonly<Record<string, string>> {
  const value = member(body, name);
  if (value === undefined) return {};
  const entries = Object.entries(asObject(value)).map(([key, text]): [string, string] => {
    // A null leaves the text empty, as Go does.
    if (text === null) return [key, ''];
    if (typeof text !== 'string') throw invalidBody();
    return [key, text];
  });
  return Object.fromEntries(entries);
}

export function addressOf(body: JsonObject, name: string): Address {
  const value = member(body, name);
  return value === undefined ? {} : readAddress(value);
}

export function addressesOf(body: JsonObject, name: string): readonly Address[] {
  return listOf(body, name)?.map((given) => (given === null ? {} : readAddress(given))) ?? [];
}

/** Whatever the type says: nothing else of an address is looked at here. */
function readAddress(value: JsonValue): Address {
  const object = asObject(value);
  return address(Object.fromEntries(addressKeys.map((key) => [key, textMember(object, key)])));
}

function asObject(value: JsonValue): JsonObject {
  if (!isObject(value)) throw invalidBody();
  return value;
}
