import { lineEnd } from './lineAround';

/** A double quote that is missing within a line. Offsets are UTF-16 code units of the text. */
export interface MissingQuote {
  /** Where it belongs. */
  readonly offset: number;
  /** The key or text that lacks it, without its quotes. */
  readonly begins: number;
  readonly ends: number;
  readonly opens: boolean;
  /** The only place in the line where it can belong. */
  readonly sure: boolean;
}

/** Longer lines are made by machines, which forget no quotes. */
const longest = 2000;

/**
 * The quote that is missing in the line that begins at `start`; undefined where the line has all, and where no place for one makes the line JSON.
 *
 * Of several places the one is taken whose texts look least like JSON, then the first.
 */
export function findMissingQuote(text: string, start: number): MissingQuote | undefined {
  const end = lineEnd(text, start);
  if (end - start > longest) return undefined;
  const line = text.slice(start, end);
  const found: (MissingQuote & { readonly doubt: number })[] = [];
  for (let at = 0; at <= line.length; at++) {
    const [before = ' ', after = ' '] = [line[at - 1], line[at]];
    const opens = /[\s{[,:]/.test(before) && !/[\s{}[\],:"]/.test(after);
    const closes = /[\s}\],:]/.test(after) && !/[\s{[:"]/.test(before);
    if (!opens && !closes) continue;
    const strings = stringsOf(`${line.slice(0, at)}"${line.slice(at)}`);
    const own = strings?.find((token) => token.start === at || token.end - 1 === at);
    if (!strings || !own || (own.start === at) !== opens) continue;
    const doubt = strings.filter(({ content }) => /[{}[\]]|[:,]\s*$/.test(content)).length;
    const [begins, ends] = opens ? [at, own.end - 2] : [own.start + 1, at];
    found.push({ offset: start + at, begins: start + begins, ends: start + ends, opens, sure: false, doubt });
  }
  const [best, ...others] = found.sort((a, b) => a.doubt - b.doubt || a.offset - b.offset);
  if (!best) return undefined;
  const { doubt: _, ...quote } = best;
  return { ...quote, sure: others.length === 0 };
}

interface StringToken {
  readonly start: number;
  readonly end: number;
  readonly content: string;
}

const token =
  /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*|true\b|false\b|null\b)|([{[])|([}\]])|(,)|(:)|(\/\/.*|\/\*.*?\*\/))/y;

/** What can follow: a text, another value, an opening and a closing bracket, a comma, a colon. */
const followers: Readonly<Record<string, string>> = {
  '': 'svoc,:',
  s: 'c,:',
  v: 'c,',
  o: 'svoc',
  c: 'c,',
  ',': 'svo',
  ':': 'svo',
};

/** The texts of a line that can stand in JSON; undefined for a line that cannot. */
function stringsOf(line: string): readonly StringToken[] | undefined {
  const found: StringToken[] = [];
  let before = '';
  let isValue = false;
  token.lastIndex = 0;
  while (line.slice(token.lastIndex).trim() !== '') {
    const match = token.exec(line);
    if (!match) return undefined;
    const [, text, value, opening, closing, comma, colon, comment] = match;
    if (comment !== undefined) continue;
    const kind = text !== undefined ? 's' : value ? 'v' : opening ? 'o' : closing ? 'c' : (comma ?? colon ?? '');
    if (!followers[before]?.includes(kind) || (kind === ':' && isValue)) return undefined;
    if (text !== undefined) {
      const end = token.lastIndex;
      found.push({ start: end - text.length, end, content: text.slice(1, -1) });
      isValue = before === ':';
    }
    before = kind;
  }
  return found;
}
