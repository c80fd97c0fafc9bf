import { writeJson } from './writeJson';

/**
 * Characters that a terminal obeys or does not show: controls, what turns letters round, what has no shape.
 *
 * Joiners of letters and pictures, and the signs of Arabic numbers, are part of what is read.
 */
const hidden = String.raw`(?![\t\u200c\u200d\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}])[\p{Cc}\p{Cf}\u2028\u2029]`;
const anyHidden = new RegExp(hidden, 'gu');
const blanks = /[\s\u0085]+/g;
const lineBreak = /[\n\r\v\f\u0085\u2028\u2029]/;

/** Most texts are plain, and one look at each character takes a tenth of the time of what follows. */
const plain = /^[\x20-\x7e]*$/;

const plainLines = /^[\x20-\x7e\n\t]*$/;

/** A foreign text on one line, harmless in a terminal: each hidden character becomes a replacement character, a line break a blank. */
export function printable(text: string): string {
  if (plain.test(text)) return text;
  return printableCells(text.replace(blanks, (found) => (lineBreak.test(found) ? ' ' : found)));
}

/** The same without a change of length, for a text in which places are marked; a line break becomes a replacement character too. */
export function printableCells(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(anyHidden, (character) => '\ufffd'.repeat(character.length));
}

/** Deeper than what is printed of a value. */
const deepest = 32;

/** A value with every text in it, keys included, as `printable` gives it. */
export function printableValue<T>(value: T, levels = deepest): T {
  return makePrintable(value, levels) as T;
}

function makePrintable(value: unknown, levels: number): unknown {
  if (typeof value === 'string') return printable(value);
  if (typeof value !== 'object' || value === null || levels === 0) return value;
  if (Array.isArray(value)) return value.map((item) => makePrintable(item, levels - 1));
  const entries = Object.entries(value).map(([key, member]) => [printable(key), makePrintable(member, levels - 1)]);
  return Object.fromEntries(entries);
}

const anyHiddenInJson = new RegExp(hidden.replace('\\t', ''), 'gu');

/** A value as JSON that is harmless in a terminal and in the log of a workflow: what is hidden is escaped, so that the value is the same. */
export function printableJson(value: unknown, indent?: number): string {
  return writeJson(value, indent)
    .replace(anyHiddenInJson, (character) => (character === '\n' ? character : escaped(character)))
    .replace(oldCommand, '#\\u0023');
}

const escaped = (text: string) =>
  text.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What GitHub, Azure and TeamCity take for a command anywhere in a line. */
const oldCommand = /##(?=\w*\[)/g;
/** What GitHub takes for a command at the beginning of a line. */
const newCommand = /^([^\S\n]*):(?=:)/gm;

// biome-ignore lint/suspicious/noControlCharactersInRegex: colors are written with them
const color = /\u001b\[[\d;]*m/y;
const anyHiddenInLines = new RegExp(hidden.replace('\\t', '\\n\\t'), 'gu');

/**
 * Lines of ours as a terminal may have them, whatever foreign text is in them: no hidden characters but colors, where those are wanted, and no line
 * that a workflow takes for a command.
 */
export function printableLines(text: string, colors: boolean): string {
  const shown = plainLines.test(text)
    ? text
    : text.replace(anyHiddenInLines, (character, offset: number) => {
        color.lastIndex = offset;
        return colors && color.test(text) ? character : '\ufffd';
      });
  const harmless = shown.includes('::') ? shown.replace(newCommand, '$1: ') : shown;
  return harmless.includes('##') ? harmless.replace(oldCommand, '# #') : harmless;
}
