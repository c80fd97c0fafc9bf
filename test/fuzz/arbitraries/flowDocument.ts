import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { actionDefinitions } from '../../../flow/catalog';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { hostileText } from './hostileText';

const examples = join(__dirname, '../../../examples');

/** Documents to begin with: the examples, and one flow that has every action type once, as the catalog shows it. */
const seeds: readonly JsonValue[] = [
  ...readdirSync(examples)
    .filter((name) => name.endsWith('.flow.json'))
    .map((name) => JSON.parse(readFileSync(join(examples, name), 'utf8')) as JsonValue),
  { actions: actionDefinitions.map(({ type, example }) => ({ type, option: example as unknown as JsonValue })) },
];

const hostileValue: fc.Arbitrary<JsonValue> = fc.oneof(
  hostileText,
  fc.constantFrom<JsonValue>(null, true, 0, -1, 1e21, 2 ** 53, -0.5, [], {}, [[]], [null]),
  fc.constantFrom(...actionDefinitions.map(({ type }) => type)),
);

/** One change of a value somewhere in a document; `at` chooses the place whatever the document is. */
interface Mutation {
  readonly kind: 'replace' | 'remove' | 'duplicate' | 'swap' | 'rename' | 'repeat';
  readonly at: number;
  readonly other: number;
  readonly value: JsonValue;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('replace', 'remove', 'duplicate', 'swap', 'rename', 'repeat'),
  at: fc.nat(4000),
  other: fc.nat(4000),
  value: hostileValue,
});

/** Flow documents that were whole once: a few values of an example replaced, swapped, doubled or taken away. */
export const flowDocument: fc.Arbitrary<JsonValue> = fc
  .tuple(fc.nat(seeds.length - 1), fc.array(mutation, { maxLength: 6 }))
  .map(([seed, mutations]) => {
    const document = structuredClone(seeds[seed] ?? null);
    for (const change of mutations) mutate(document, change);
    return document;
  });

type Holder = JsonValue[] | { [key: string]: JsonValue };

function mutate(document: JsonValue, { kind, at, other, value }: Mutation): void {
  const places = placesOf(document);
  const place = places[at % Math.max(1, places.length)];
  const second = places[other % Math.max(1, places.length)];
  if (!place || !second) return;
  const [holder, key] = place;
  const old = read(holder, key);
  if (kind === 'replace') write(holder, key, structuredClone(value));
  else if (kind === 'remove') remove(holder, key);
  else if (kind === 'rename' && !Array.isArray(holder)) {
    remove(holder, key);
    write(holder, typeof value === 'string' ? value : key.toUpperCase(), old);
  } else if (kind === 'duplicate' && Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(old));
  // Lists of repeated lists of repeated lists would fill the memory.
  else if (kind === 'repeat' && Array.isArray(holder) && places.length < 2000) {
    for (let n = 0; n < 120; n++) holder.push(structuredClone(old));
  } else write(holder, key, structuredClone(read(second[0], second[1])));
}

function placesOf(value: JsonValue): (readonly [Holder, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...placesOf(read(holder, key))]);
}

function read(holder: Holder, key: string): JsonValue {
  return (holder as { [key: string]: JsonValue })[key] ?? null;
}

function write(holder: Holder, key: string, value: JsonValue): void {
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
}

function remove(holder: Holder, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}
