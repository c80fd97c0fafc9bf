import { foldKey } from './foldKey';
import { nameInText } from './nameInText';
import type { JsonKey, JsonNode, JsonType, Scalar } from './node';

/** A node as long as its text is read. */
interface OpenNode extends JsonNode {
  end: number;
  readonly parent: OpenNode | undefined;
  children: readonly OpenNode[];
}

const none: readonly OpenNode[] = [];

/** Makes the tree of a text, value by value in its order. Kept by the readers, which know what JSON is. */
export class TreeBuilder {
  /** How many containers are open. */
  depth = 0;
  #text: string;
  #root: OpenNode | undefined;
  #parent: OpenNode | undefined;
  /** What was read of the containers that are open, outer before inner. An array for each of them would grow with room to spare, a third of the tree. */
  #read: OpenNode[] = [];
  /** How many of `#read` count; the rest is left over, since cutting an array costs more than writing over it. */
  #count = 0;
  /** Where in `#read` each open container begins. */
  #starts: number[] = [];
  #start = 0;
  #key: JsonKey | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** What the next value stands in; nothing outside of all containers. */
  get container(): JsonType | undefined {
    return this.#parent?.type;
  }

  /** The key under which the next value stands; its place includes the quotes. */
  key(name: string, offset: number, end: number): void {
    this.#key = { name, folded: foldKey(name), offset, end };
  }

  /** The same of a name that stands in the text as it is; `hash` is any number that equal names share. */
  keyInText(offset: number, end: number, hash: number): void {
    const { name, folded } = nameInText(this.#text, offset + 1, end - 1, hash);
    this.#key = { name, folded, offset, end };
  }

  /** Gives a key without a value its place in the tree: completion needs it. */
  settleKey(): void {
    if (this.#key) this.add('missing', this.#key.end, this.#key.end, undefined);
  }

  /** A value that has no others in it. */
  add(type: JsonType, offset: number, end: number, value: Scalar): void {
    this.#add(type, offset, end, value);
  }

  /** Begins an object or array; what follows until `close` stands in it. Until its closing bracket is seen it reaches to the end of the text. */
  open(type: 'object' | 'array', offset: number): void {
    this.#parent = this.#add(type, offset, this.#text.length, undefined);
    this.#starts.push(this.#start);
    this.#start = this.#count;
    this.depth++;
  }

  close(end: number): void {
    if (this.#parent) this.#parent.end = end;
    this.#leave();
  }

  /** The root of everything that was read; undefined where that is nothing. What is still open reaches to the end of the text. */
  finish(): JsonNode | undefined {
    while (this.#parent) this.#leave();
    return this.#root;
  }

  #leave(): void {
    if (!this.#parent) return;
    if (this.#count > this.#start) {
      this.#parent.children = this.#read.slice(this.#start, this.#count);
      this.#count = this.#start;
    }
    this.#start = this.#starts.pop() ?? 0;
    this.#parent = this.#parent.parent;
    this.depth--;
  }

  #add(type: JsonType, offset: number, end: number, value: Scalar): OpenNode {
    const parent = this.#parent;
    const index = parent ? this.#count - this.#start : 0;
    const node: OpenNode = { type, offset, end, parent, key: this.#key, index, value, children: none };
    this.#key = undefined;
    if (parent) this.#read[this.#count++] = node;
    else this.#root ??= node;
    return node;
  }
}
