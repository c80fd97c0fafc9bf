/** A value in a JSON text. Offsets count UTF-16 code units; `end` is exclusive. */
export interface JsonNode {
  /** `missing` stands where a property has a key and no value yet. */
  readonly type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null' | 'missing';
  readonly offset: number;
  end: number;
  readonly parent: JsonNode | undefined;
  /** The key this value stands under; undefined for array items and the root. */
  readonly key: JsonKey | undefined;
  /** Position in the parent's children; 0 for the root. */
  readonly index: number;
  /** Decoded value of a string, number or boolean; null for null; undefined for the rest. */
  readonly value: string | number | boolean | null | undefined;
  /** Property values of an object, items of an array, in order of the text. */
  readonly children: readonly JsonNode[];
}

export interface JsonKey {
  readonly name: string;
  readonly offset: number;
  readonly end: number;
}

/** The member of an object as the engine finds it: last one wins, and case is ignored when no key is spelt exactly so. */
export function member(node: JsonNode | undefined, name: string): JsonNode | undefined {
  if (node?.type !== 'object') return undefined;
  const children = node.children;
  for (let i = children.length - 1; i >= 0; i--) {
    const child = children[i];
    if (child?.key?.name === name) return child.type === 'missing' ? undefined : child;
  }
  const folded = name.toLowerCase();
  for (let i = children.length - 1; i >= 0; i--) {
    const child = children[i];
    if (child?.key && child.key.name.length === name.length && child.key.name.toLowerCase() === folded) {
      return child.type === 'missing' ? undefined : child;
    }
  }
  return undefined;
}

/** Whether an object or array has its closing bracket. Without one it reaches to the end of the text. */
export function isClosed(text: string, node: JsonNode): boolean {
  if (text[node.end - 1] !== (node.type === 'object' ? '}' : ']') || node.end - node.offset < 2) return false;
  // The bracket at the end of a text may be that of the last thing inside.
  return node.children[node.children.length - 1]?.end !== node.end;
}

/** The decoded text of a string node; undefined for every other node. */
export function textOf(node: JsonNode | undefined): string | undefined {
  return node?.type === 'string' ? (node.value as string) : undefined;
}

/** The path from the root to a node, as jsonc-parser takes it: property names and array positions. */
export function pathOf(node: JsonNode): (string | number)[] {
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
