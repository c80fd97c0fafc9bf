import {
  endAt,
  type JsonType,
  keyEndAt,
  keyOffsetAt,
  memberRow,
  nameAt,
  nextAt,
  offsetAt,
  parentAt,
  type Scalar,
  typeAt,
  valueAt,
} from './readRow';
import type { Rows } from './rows';

export interface JsonKey {
  readonly name: string;
  readonly offset: number;
  readonly end: number;
}

/** A value in a JSON text, with its ways up and down: a row as an object. Offsets count UTF-16 code units; `end` is exclusive. */
export class JsonNode {
  private childNodes: readonly JsonNode[] | undefined;
  private place = -1;
  private decoded: Scalar;

  /** Only for `nodeAt`: two nodes of one row would be two values to whoever compares them. */
  constructor(
    readonly rows: Rows,
    readonly row: number,
  ) {}

  get type(): JsonType {
    return typeAt(this.rows, this.row);
  }

  get offset(): number {
    return offsetAt(this.rows, this.row);
  }

  get end(): number {
    return endAt(this.rows, this.row);
  }

  get parent(): JsonNode | undefined {
    const row = parentAt(this.rows, this.row);
    return row < 0 ? undefined : nodeAt(this.rows, row);
  }

  /** The key this value stands under; undefined for array items and the root. */
  get key(): JsonKey | undefined {
    const { rows, row } = this;
    const name = nameAt(rows, row);
    if (name === undefined) return undefined;
    return { name, offset: keyOffsetAt(rows, row), end: keyEndAt(rows, row) };
  }

  /** Position in the parent's children; 0 for the root. */
  get index(): number {
    if (this.place < 0) {
      // Who asks one mostly asks its siblings too.
      const siblings = this.parent?.children ?? [this];
      siblings.forEach((sibling, place) => {
        sibling.place = place;
      });
    }
    return this.place;
  }

  /** Decoded value of a string, number or boolean; null for null; undefined for the rest. */
  get value(): Scalar {
    this.decoded ??= valueAt(this.rows, this.row);
    return this.decoded;
  }

  /** Property values of an object, items of an array, in order of the text. */
  get children(): readonly JsonNode[] {
    this.childNodes ??= listChildren(this.rows, this.row);
    return this.childNodes;
  }
}

/** The node of a row: always the same one. */
export function nodeAt(rows: Rows, row: number): JsonNode {
  const made = rows.nodes[row];
  if (made) return made;
  const node = new JsonNode(rows, row);
  rows.nodes[row] = node;
  return node;
}

const none: readonly JsonNode[] = [];

function listChildren(rows: Rows, row: number): readonly JsonNode[] {
  const end = nextAt(rows, row);
  if (end === row + 1) return none;
  const children: JsonNode[] = [];
  for (let at = row + 1; at < end; at = nextAt(rows, at)) children.push(nodeAt(rows, at));
  return children;
}

/** The member of an object as the engine finds it: last one wins, and case is ignored when no key is spelt exactly so. */
export function member(node: JsonNode | undefined, name: string): JsonNode | undefined {
  if (!node) return undefined;
  const row = memberRow(node.rows, node.row, name);
  return row < 0 ? undefined : nodeAt(node.rows, row);
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
