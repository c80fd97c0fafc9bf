import type { FlowModel } from '../../model/flowModel';
import { shorten } from '../../text/shorten';
import type { Fix, Place } from '../check';
import type { SyntaxMistake } from './explainSyntax';

/** A word that JSON does not know: a bare key, single or typographic quotes, `True`, an ellipsis, an invisible character. */
export function explainSymbol({ text }: FlowModel, at: Place, token: string): SyntaxMistake {
  const shown = shorten(token, 30);
  if (invisible.test(token)) {
    return {
      at,
      message: `An invisible character (${nameOf(token)}) stands where JSON allows blanks only. Replace it by a blank.`,
      fixes: [replacement('Replace it by a blank', at, ' ')],
    };
  }
  if (/^(?:\.{3,}|…)$/.test(token))
    return { at, message: `\`${shown}\` stands for something left out. Write it, or remove the dots.` };
  if (/^<.+>$/.test(token))
    return { at, message: `\`${shown}\` was left from a template. Write a value in its place.` };
  const literal = literals[token];
  if (literal !== undefined) {
    return {
      at,
      message: `\`${shown}\` is no JSON. Write \`${literal}\`.`,
      fixes: [replacement(`Write \`${literal}\``, at, literal)],
    };
  }
  const word = token.replace(quotes, '');
  const isKey = /^\s*:/.test(text.slice(at.end, at.end + 200));
  const quoted = word !== token;
  if (!isKey && !quoted) return { at, message: `\`${shown}\` is no JSON. Put a text in double quotes, or remove it.` };
  // What is left must be one plain word, or the quotes of two words are taken for those of one.
  const fixes = /^[^\s"'‘’“”\\]+$/.test(word) ? [replacement('Put it in double quotes', at, JSON.stringify(word))] : [];
  return {
    at,
    message: quoted
      ? `JSON knows double quotes (\`"\`) only: \`${shown}\`.`
      : `The key \`${shown}\` has no double quotes around it.`,
    fixes,
  };
}

const replacement = (title: string, at: Place, text: string): Fix => ({
  title,
  edits: [{ ...at, text }],
  preferred: true,
});

const literals: Readonly<Record<string, string>> = {
  True: 'true',
  TRUE: 'true',
  False: 'false',
  FALSE: 'false',
  None: 'null',
  NULL: 'null',
  Null: 'null',
  nil: 'null',
  undefined: 'null',
};

const quotes = /^['‘’“”`]|['‘’“”`]$/g;
const invisible = /^[\p{Zs}\p{Zl}\p{Zp}\p{Cf}\p{Cc}]+$/u;

function nameOf(token: string): string {
  const code = (token.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code}`;
}
