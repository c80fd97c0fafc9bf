import type { Place } from '../../json/place';
import type { FlowModel } from '../../model/flowModel';
import { shorten } from '../../text/shorten';
import type { Fix } from '../check';
import type { SyntaxMistake } from './syntaxMistake';

/** A word that JSON does not know: a bare key, single or typographic quotes, `True`, an ellipsis, an invisible character. */
export function explainSymbol({ text }: FlowModel, at: Place, token: string): SyntaxMistake {
  const shown = shorten(token, 30);
  const unknown = `\`${shown}\` is not JSON. Put a text in double quotes, or remove it.`;
  // A word is short; of megabytes without a blank nothing better can be said.
  if (token.length > 1000) return { at, message: unknown };
  const visible = token.replace(invisible, ' ');
  if (visible !== token) {
    return {
      at,
      message: `An invisible character (${nameOf(token)}) is where JSON allows only spaces. Replace it with a space.`,
      fixes: () => [replacement('Replace it with a space', at, visible)],
    };
  }
  if (/^(?:\.{3,}|…)$/.test(token))
    return { at, message: `\`${shown}\` means that something was left out. Write it, or remove the dots.` };
  if (/^<.+>$/.test(token)) return { at, message: `\`${shown}\` was left from a template. Replace it with a value.` };
  const literal = literals.get(token);
  if (literal !== undefined) {
    return {
      at,
      message: `\`${shown}\` is not JSON. Write \`${literal}\`.`,
      fixes: () => [replacement(`Write \`${literal}\``, at, literal)],
    };
  }
  const word = token.replace(quotes, '');
  const isKey = /^\s*:/.test(text.slice(at.end, at.end + 200));
  const quoted = word !== token;
  if (!isKey && !quoted) return { at, message: unknown };
  return {
    at,
    message: quoted
      ? `JSON allows only double quotes (\`"\`). Replace \`${shown}\`.`
      : `The key \`${shown}\` has no double quotes around it.`,
    fixes: () =>
      !quoted && /^[^\s"'‘’“”\\]+$/.test(word)
        ? [replacement('Put it in double quotes', at, JSON.stringify(word))]
        : [],
  };
}

const replacement = (title: string, at: Place, text: string): Fix => ({
  title,
  edits: [{ ...at, text }],
  preferred: true,
});

// A map, since a word such as `constructor` is a member of every object.
const literals: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['TRUE', 'true'],
  ['False', 'false'],
  ['FALSE', 'false'],
  ['None', 'null'],
  ['NULL', 'null'],
  ['Null', 'null'],
  ['nil', 'null'],
  ['undefined', 'null'],
]);

const quotes = /^['‘’“”`]|['‘’“”`]$/g;
const invisible = /^[\p{Z}\p{Cf}\p{Cc}]+|[\p{Z}\p{Cf}\p{Cc}]+$/gu;

function nameOf(token: string): string {
  const [found = ''] = token.match(invisible) ?? [];
  return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
