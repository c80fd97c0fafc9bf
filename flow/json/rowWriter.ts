import { foldKey } from './foldKey';
import { Column, headBits, Kind, type Rows, rowWidth, Surrounding, surroundingsWidth } from './rows';

const slots = 256;
const noValues: Rows['values'] = new Map();

/** Takes down a text row by row, in order of the text. Kept by the readers, which know what JSON is. */
export class RowWriter {
  /** How many containers are open. */
  depth = 0;
  #text: string;
  #cells: Int32Array;
  #surroundings: Int32Array;
  #room: number;
  #count = 0;
  #parent = -1;
  #name = -1;
  #keyOffset = 0;
  #keyEnd = 0;
  #names: string[] = [];
  #ids = new Map<string, number>();
  #folded: number[] = [];
  /** The name that had each hash last: nearly all keys of a text are a few words, and making a string of each costs more than reading it. */
  #seen = new Int32Array(slots).fill(-1);
  #values: Map<number, string | number> | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#room = (text.length >> 5) + 8;
    this.#cells = new Int32Array(this.#room * rowWidth);
    this.#surroundings = new Int32Array(this.#room * surroundingsWidth);
  }

  /** The place of a name among the names. */
  idOf(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const lower = foldKey(name);
    const folded = lower === name ? this.#names.length : this.idOf(lower);
    const id = this.#names.push(name) - 1;
    this.#folded.push(folded);
    this.#ids.set(name, id);
    return id;
  }

  /** The same of a name that stands in the text as it is; `hash` is any number that equal names share. */
  idInText(offset: number, end: number, hash: number): number {
    const slot = hash & (slots - 1);
    const last = this.#seen[slot] ?? -1;
    const name = last < 0 ? undefined : this.#names[last];
    if (name !== undefined && stands(name, this.#text, offset, end)) return last;
    const id = this.idOf(this.#text.slice(offset, end));
    this.#seen[slot] = id;
    return id;
  }

  /** The key under which the next value stands; its place includes the quotes. */
  key(id: number, offset: number, end: number): void {
    this.#name = id;
    this.#keyOffset = offset;
    this.#keyEnd = end;
  }

  /** Gives a key without a value its place in the tree: completion needs it. */
  settleKey(): void {
    if (this.#name >= 0) this.add(Kind.missing, this.#keyEnd, this.#keyEnd);
  }

  /** A value that has no others in it. `value` is what it decodes to, where that is not what the text says to the letter. */
  add(kind: number, offset: number, end: number, value?: string | number): void {
    const row = this.#count++;
    if (value !== undefined) {
      this.#values ??= new Map();
      this.#values.set(row, value);
    }
    if (row === this.#room) this.#grow();
    const at = row * rowWidth;
    const cells = this.#cells;
    cells[at] = kind | ((this.#name + 1) << headBits);
    cells[at + Column.offset] = offset;
    cells[at + Column.end] = end;
    cells[at + Column.next] = this.#count;
    const around = row * surroundingsWidth;
    const surroundings = this.#surroundings;
    surroundings[around] = this.#parent;
    surroundings[around + Surrounding.keyOffset] = this.#keyOffset;
    surroundings[around + Surrounding.keyEnd] = this.#keyEnd;
    this.#name = -1;
  }

  /** Begins an object or array; what follows until `close` stands in it. Until its closing bracket is seen it reaches to the end of the text. */
  open(kind: number, offset: number): void {
    this.add(kind, offset, this.#text.length);
    this.#parent = this.#count - 1;
    this.depth++;
  }

  close(end: number): void {
    this.#cells[this.#parent * rowWidth + Column.end] = end;
    this.#leave();
  }

  /** Everything that was taken down; undefined where that is nothing. What is still open stays open to the end of the text. */
  finish(): Rows | undefined {
    while (this.depth > 0) this.#leave();
    if (this.#count === 0) return undefined;
    return {
      text: this.#text,
      cells: this.#cells,
      surroundings: this.#surroundings,
      names: this.#names,
      ids: this.#ids,
      folded: this.#folded,
      values: this.#values ?? noValues,
      nodes: new Array(this.#count),
    };
  }

  #leave(): void {
    this.#cells[this.#parent * rowWidth + Column.next] = this.#count;
    this.#parent = this.#surroundings[this.#parent * surroundingsWidth] ?? -1;
    this.depth--;
  }

  #grow(): void {
    this.#room *= 2;
    this.#cells = enlarge(this.#cells, this.#room * rowWidth);
    this.#surroundings = enlarge(this.#surroundings, this.#room * surroundingsWidth);
  }
}

function enlarge(table: Int32Array, length: number): Int32Array {
  const larger = new Int32Array(length);
  larger.set(table);
  return larger;
}

/** Whether a name is what stands in a text. Faster than `startsWith` on the short texts that names are. */
function stands(name: string, text: string, offset: number, end: number): boolean {
  if (name.length !== end - offset) return false;
  for (let at = 0; at < name.length; at++) if (name.charCodeAt(at) !== text.charCodeAt(offset + at)) return false;
  return true;
}
