import type { Edit } from '../../edit/edit';
import type { Place } from '../../json/place';
import type { SyntaxMistake } from './syntaxMistake';

/** What cannot stand in a text of JSON: an escape that it does not know, or a control character. */
export function explainEscape(at: Place, token: string): SyntaxMistake {
  // Of megabytes of text the beginning has to do.
  const faults = [...token.slice(0, 10_000).matchAll(fault)].filter((found) => !isSound(found[0]));
  const first = faults[0];
  if (!first) return { at, message: 'JSON cannot read a character of this text.' };
  const offset = at.offset + first.index;
  return {
    at: { offset, end: offset + first[0].length },
    message: describeFault(first[0]),
    fixes: () => [{ title: describeTitle(first[0]), edits: faults.map((found) => mend(at, found)), preferred: true }],
  };
}

// The shell's way to put a single quote into single quotes comes first: it is one mistake.
const fault = /'\\''|\\u(?:[0-9a-f]{4})?|\\.|(?![\u007f-\u009f])\p{Cc}/gisu;

function isSound(found: string): boolean {
  return /^\\(?:["\\/bfnrt]|u[0-9a-f]{4})$/i.test(found) && !/^\\[BFNRTU]/.test(found);
}

function describeFault(found: string): string {
  if (found === shellQuote) return "`'\\''` is how a shell writes a single quote. In JSON write `'`.";
  if (found === '\\u')
    return '`\\u` begins a character code and needs four hexadecimal digits. Write `\\\\u` for the text itself.';
  if (found === "\\'") return "A single quote needs no backslash. Write `'` alone.";
  if (found.startsWith('\\')) return `JSON has no \`${found}\`. Write \`\\${found}\` for a backslash.`;
  const name = controls[found];
  return name
    ? `A ${name} within a text is written \`${escapeOf(found)}\`.`
    : `The invisible character ${escapeOf(found)} is not allowed in a text. Remove it.`;
}

function describeTitle(found: string): string {
  if (found === shellQuote || found === "\\'") return "Write `'`";
  if (found.startsWith('\\')) return 'Double the backslash';
  return controls[found] ? `Write \`${escapeOf(found)}\`` : 'Remove the invisible character';
}

function mend(at: Place, found: RegExpMatchArray): Edit {
  const offset = at.offset + (found.index ?? 0);
  const [text] = found;
  return { offset, end: offset + text.length, text: replacementOf(text) };
}

function replacementOf(found: string): string {
  if (found === shellQuote || found === "\\'") return "'";
  if (found.startsWith('\\')) return `\\${found}`;
  return controls[found] ? escapeOf(found) : '';
}

const shellQuote = "'\\''";
const controls: Readonly<Record<string, string>> = { '\t': 'tab' };
const escapeOf = (character: string) => JSON.stringify(character).slice(1, -1);
