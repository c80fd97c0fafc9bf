import type { JsonObject } from '../../json/jsonValue';
import { nilUuid } from '../../model/uuid';
import type { Decoded, DecodedObject } from '../go/decodeOption';
import type { Continuation, Run, Script } from '../run/run';

/** What one type of action does. The option is decoded; `run.option` is the substituted original. */
export type Handler = (run: Run, option: DecodedObject) => Script<Continuation>;

// The catalog says which kind an option has; these only tell the compiler.

export const optionText = (option: DecodedObject, name: string): string => {
  const value = option[name];
  return typeof value === 'string' ? value : '';
};

export const numberOf = (option: DecodedObject, name: string): number => {
  const value = option[name];
  return typeof value === 'number' ? value : 0;
};

export const flagOf = (option: DecodedObject, name: string): boolean => option[name] === true;

export const idOf = (option: DecodedObject, name: string): string => optionText(option, name) || nilUuid;

export const listOf = (option: DecodedObject, name: string): readonly Decoded[] => {
  const value = option[name];
  return Array.isArray(value) ? value : [];
};

/** The objects of a list, as they were given: only what Go would keep of them. */
export const objectsOf = (option: DecodedObject, name: string): readonly JsonObject[] =>
  listOf(option, name).map((decoded) => asJson(decoded));

export const objectOf = (option: DecodedObject, name: string): JsonObject | undefined => {
  const value = option[name];
  return value === undefined ? undefined : asJson(value);
};

/** A decoded object without its empty members, as Go writes it again. */
function asJson(value: Decoded): JsonObject {
  if (typeof value !== 'object' || Array.isArray(value) || value instanceof Map) return {};
  const entries = Object.entries(value).filter(([, inner]) => typeof inner === 'string' && inner !== '');
  return Object.fromEntries(entries) as JsonObject;
}
