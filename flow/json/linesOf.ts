import { firstIndex } from '../collections/firstIndex';

/** A place as people count: line and column from 1, in UTF-16 code units. */
export interface LinePlace {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text. Each of CR, LF and CRLF ends a line. */
export interface Lines {
  /** Where an offset stands; one behind the text stands at its end. */
  placeAt(offset: number): LinePlace;
  /** The offset of a place; places outside are moved into the text. */
  offsetAt(line: number, column?: number): number;
}

/** Line and column of an offset, such as `3:14`. */
export function lineAndColumn(text: string, offset: number): string {
  const { line, column } = linesOf(text).placeAt(offset);
  return `${line}:${column}`;
}

export function linesOf(text: string): Lines {
  const starts = text.includes('\r') ? startsAfter(text, /\r\n|\r|\n/g) : startsAfterFeeds(text);
  return {
    placeAt(offset) {
      const line = firstIndex(starts, (start) => start > offset);
      return { line, column: Math.min(offset, text.length) - (starts[line - 1] ?? 0) + 1 };
    },
    offsetAt(line, column = 1) {
      if (line > starts.length) return text.length;
      const start = starts[Math.max(1, line) - 1] ?? 0;
      return Math.min(start + Math.max(1, column) - 1, starts[Math.max(1, line)] ?? text.length);
    },
  };
}

/** Nearly all texts have no carriage return, and this takes a tenth of the time then. */
function startsAfterFeeds(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function startsAfter(text: string, ends: RegExp): number[] {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(ends)) starts.push(index + end.length);
  return starts;
}
