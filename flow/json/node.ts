import { foldKey } from './foldKey';
import type { Place } from './place';

/** What a value is; `missing` stands where a property has a key and no value yet. */
export type JsonType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null' | 'missing';

/** The decoded value of a string, number or boolean; null for null; undefined for the rest. */
export type Scalar = string | number | boolean | null | undefined;

/** It stands where its quotes are. */
export interface JsonKey extends Place {
  readonly name: string;
  /** The name as the engine compares it (`foldKey`). */
  readonly folded: string;
}

/** A value in a JSON text, with its ways up and down. */
export interface JsonNode extends Place {
  readonly type: JsonType;
  readonly parent: JsonNode | undefined;
  /** The key this value stands under; undefined for array items and the root. */
  readonly key: JsonKey | undefined;
  /** Position in the parent's children; 0 for the root. */
  readonly index: number;
  readonly value: Scalar;
  /** Property values of an object, items of an array, in order of the text. */
  readonly children: readonly JsonNode[];
}

/** The way to a value, as jsonc-parser takes it: names of members, and positions in lists. */
export type Path = readonly (string | number)[];

/** The member of an object as the engine finds it, see `keyedMember`; undefined where the value is still to come. */
export function member(node: JsonNode | undefined, name: string): JsonNode | undefined {
  const found = keyedMember(node, name);
  return found?.type === 'missing' ? undefined : found;
}

/** Whether an object has the key, with a value or with one that is still to come. */
export function hasKey(node: JsonNode | undefined, name: string): boolean {
  return keyedMember(node, name) !== undefined;
}

/**
 * Of the members whose keys differ in case only the one that the engine takes: the last one.
 *
 * Below `option` it is the one whose key sorts last, which is the one in lower case: options pass through a Go map, written in order of its keys.
 * Source: Go `encoding/json`; `bin-flow-manager/models/action/option.go` `ConvertOption`.
 */
function keyedMember(node: JsonNode | undefined, name: string): JsonNode | undefined {
  if (node?.type !== 'object') return undefined;
  const folded = foldKey(name);
  let found: JsonNode | undefined;
  for (const child of node.children) {
    if (child.key?.folded !== folded) continue;
    if (!found?.key || found.key.name <= child.key.name || !isBelowOption(node)) found = child;
  }
  return found;
}

function isBelowOption(node: JsonNode): boolean {
  for (let at: JsonNode | undefined = node; at; at = at.parent) if (at.key?.folded === 'option') return true;
  return false;
}

/** Whether two keys of an object have one name, or names that differ in case only. */
export function repeatsKey({ type, children }: JsonNode): boolean {
  if (type !== 'object') return false;
  // Most objects are small, and a set for each costs more than looking at the few before.
  if (children.length > few) return new Set(children.map(({ key }) => key?.folded)).size < children.length;
  for (let at = 1; at < children.length; at++) {
    const folded = children[at]?.key?.folded;
    for (let before = 0; before < at; before++) if (children[before]?.key?.folded === folded) return true;
  }
  return false;
}

const few = 12;

/** Whether an object or array has its closing bracket. Without one it reaches to the end of the text. */
export function isClosed(text: string, node: JsonNode): boolean {
  if (text[node.end - 1] !== (node.type === 'object' ? '}' : ']') || node.end - node.offset < 2) return false;
  // The bracket at the end of a text may be that of the last thing inside.
  return node.children[node.children.length - 1]?.end !== node.end;
}

/** Whether a value can have others in it. */
export const isContainer = ({ type }: JsonNode): boolean => type === 'object' || type === 'array';

/** Where a property begins, key included; of any other value where it begins itself. */
export const keyOffset = (node: JsonNode): number => (node.key ? node.key.offset : node.offset);

/** The decoded text of a string node; undefined for every other node. */
export function textOf(node: JsonNode | undefined): string | undefined {
  return node?.type === 'string' ? (node.value as string) : undefined;
}

/** The path from the root to a node. */
export function pathOf(node: JsonNode): Path {
  const path: (string | number)[] = [];
  for (let at: JsonNode | undefined = node; at?.parent; at = at.parent) path.unshift(at.key ? at.key.name : at.index);
  return path;
}

/** The plain JavaScript value of a node; a missing value gives undefined. Of equal keys the last wins. */
export function toValue(node: JsonNode): unknown {
  if (node.type === 'array') return node.children.map(toValue);
  if (node.type !== 'object') return node.value;
  // Object.fromEntries defines "__proto__" as an ordinary key; an assignment would not.
  return Object.fromEntries(
    node.children.flatMap((child) => (child.key && child.type !== 'missing' ? [[child.key.name, toValue(child)]] : [])),
  );
}
