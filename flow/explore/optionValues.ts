import { findAction } from '../catalog';
import type { Field } from '../catalog/field';
import { startId } from '../catalog/reservedIds';
import { foldKey } from '../json/foldKey';
import { isList, isObject, type JsonValue } from '../json/jsonValue';
import { nilUuid } from '../model/uuid';
import type { SavedAction } from '../simulator';

/** A text of an option in which variables stand, and the values of it by which the engine tells what to do. */
export interface OptionValues {
  readonly template: string;
  readonly values: readonly string[];
}

/** An id that nothing has. */
const unknownId = 'e0000000-0000-4000-8000-00000000000e';

/** Ids that something has. */
export interface KnownIds {
  /** Of actions. */
  readonly actions: readonly string[];
  /** Of what a world has. */
  readonly others: readonly string[];
}

/** The ids of some actions, in their order. */
export const idsOf = (actions: readonly SavedAction[]) => [
  ...new Set(actions.map(({ id }) => id).filter((id) => id !== nilUuid)),
];

/** What the texts with variables among an action's options are compared with by the engine: ids, and words that it knows. */
export function* optionValues({ type, option }: SavedAction, ids: KnownIds): Iterable<OptionValues> {
  if (option) yield* valuesIn(findAction(type)?.fields ?? [], option, ids);
}

function* valuesIn(fields: readonly Field[], value: JsonValue, ids: KnownIds): Iterable<OptionValues> {
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const field = fields.find(({ name }) => name === key) ?? fields.find(({ name }) => name === foldKey(key));
    if (field && field.holds !== 'actions') yield* valuesOf(field, inner, ids);
  }
}

function* valuesOf(field: Field, value: JsonValue, ids: KnownIds): Iterable<OptionValues> {
  if (typeof value === 'string') {
    if (value.includes('${')) yield* knownValues(field, ids).map((values) => ({ template: value, values }));
  } else if (field.kind === 'object') {
    yield* valuesIn(field.fields ?? [], value, ids);
  } else if (field.item) {
    const items = isList(value) ? value : isObject(value) ? Object.values(value) : [];
    for (const item of items) yield* valuesOf(field.item, item, ids);
  }
}

function knownValues({ format, values }: Field, { actions, others }: KnownIds): readonly (readonly string[])[] {
  // What is not an id stops the flow; an id that nothing has does too, but another way.
  if (format === 'action-id') return [['', ...actions, startId, nilUuid, unknownId]];
  if (format === 'uuid') return [['', nilUuid, ...others, unknownId]];
  if (format === 'language-tag') return [['', 'en-US']];
  return values ? [Object.keys(values)] : [];
}
