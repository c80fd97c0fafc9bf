import { foldKey } from './foldKey';
import type { JsonKey, JsonNode, JsonType, Scalar } from './node';

/** A node as long as its text is read. */
interface OpenNode extends JsonNode {
  end: number;
  readonly parent: OpenNode | undefined;
  children: readonly OpenNode[];
}

interface Name {
  readonly name: string;
  readonly folded: string;
}

const slots = 256;
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
  /** Where in `#read` each open container begins. */
  #starts: number[] = [];
  #start = 0;
  #key: JsonKey | undefined;
  #names = new Map<string, Name>();
  /** The name that had each hash last: nearly all keys of a text are a few words, and making a string of each costs more than reading it. */
  #seen: (Name | undefined)[] = new Array(slots).fill(undefined);

  constructor(text: string) {
    this.#text = text;
  }

  /** What the next value stands in; nothing outside of all containers. */
  get container(): JsonType | undefined {
    return this.#parent?.type;
  }

  /** The key under which the next value stands; its place includes the quotes. */
  key(name: string, offset: number, end: number): void {
    this.#setKey(this.#named(name), offset, end);
  }

  /** The same of a name that stands in the text as it is; `hash` is any number that equal names share. */
  keyInText(offset: number, end: number, hash: number): void {
    const slot = hash & (slots - 1);
    let named = this.#seen[slot];
    if (!named || !stands(named.name, this.#text, offset + 1, end - 1)) {
      named = this.#named(this.#text.slice(offset + 1, end - 1));
      this.#seen[slot] = named;
    }
    this.#setKey(named, offset, end);
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
    this.#start = this.#read.length;
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
    if (this.#read.length > this.#start) {
      this.#parent.children = this.#read.slice(this.#start);
      this.#read.length = this.#start;
    }
    this.#start = this.#starts.pop() ?? 0;
    this.#parent = this.#parent.parent;
    this.depth--;
  }

  #add(type: JsonType, offset: number, end: number, value: Scalar): OpenNode {
    const parent = this.#parent;
    const index = parent ? this.#read.length - this.#start : 0;
    const node: OpenNode = { type, offset, end, parent, key: this.#key, index, value, children: none };
    this.#key = undefined;
    if (parent) this.#read.push(node);
    else this.#root ??= node;
    return node;
  }

  #setKey({ name, folded }: Name, offset: number, end: number): void {
    this.#key = { name, folded, offset, end };
  }

  #named(name: string): Name {
    let named = this.#names.get(name);
    if (!named) {
      named = { name, folded: foldKey(name) };
      this.#names.set(name, named);
    }
    return named;
  }
}

/** Whether a name is what stands in a text. Faster than `startsWith` on the short texts that names are. */
function stands(name: string, text: string, offset: number, end: number): boolean {
  if (name.length !== end - offset) return false;
  for (let at = 0; at < name.length; at++) if (name.charCodeAt(at) !== text.charCodeAt(offset + at)) return false;
  return true;
}
