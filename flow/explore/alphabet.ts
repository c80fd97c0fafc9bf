import { telephoneKeys } from '../catalog/telephoneKeys';

/** The characters that a text can be made of. */
export interface Alphabet {
  /** Characters that come after one and before another in the order of texts: one, or each that can be in a number and one that cannot. */
  between(low: string | undefined, high: string | undefined, each: boolean): readonly string[];
  /** Fills a text up, and makes it something else than a number; undefined where there is none. */
  readonly letter: string | undefined;
  /** Numbers can have a sign, a point and an exponent. */
  readonly hasFractions: boolean;
}

const inNumbers = '0123456789+-.';
const usual = 'xmazAMZ_~!\u00ff\u0100\uffee';
const last = 0x10ffff;
const surrogates = [0xd800, 0xdfff] as const;

/** Any text. */
export const anyText: Alphabet = {
  between(low, high, each) {
    const [from, to] = [codeOf(low) ?? -1, codeOf(high) ?? last + 1];
    const isWithin = (text: string) => from < (codeOf(text) ?? 0) && (codeOf(text) ?? 0) < to;
    const digits = [...inNumbers].filter(isWithin);
    const letter = [...usual].find(isWithin) ?? (isWithin(' ') ? ' ' : someBetween(from, to, isWithin));
    const letters = letter === undefined ? [] : [letter];
    return each ? [...digits, ...letters] : [...digits, ...letters].slice(0, 1);
  },
  letter: 'x',
  hasFractions: true,
};

function someBetween(from: number, to: number, isWithin: (text: string) => boolean): string | undefined {
  for (let code = from + 1; code < to; code++) {
    if (code === surrogates[0]) code = surrogates[1] + 1;
    const text = String.fromCodePoint(code);
    // A character that cannot be seen is none of the first choice, but it can come.
    if (isWithin(text) && !inNumbers.includes(text)) return text;
  }
  return undefined;
}

const codeOf = (text: string | undefined) => text?.codePointAt(0);

/** The keys of a telephone, but for some. */
export function keysBut(others: string): Alphabet {
  const keys = [...telephoneKeys].filter((key) => !others.includes(key));
  return {
    between(low, high, each) {
      const within = keys.filter((key) => (low === undefined || key > low) && (high === undefined || key < high));
      const letter = within.find((key) => !isDigit(key));
      return each ? [...within.filter(isDigit), ...(letter === undefined ? [] : [letter])] : within.slice(0, 1);
    },
    letter: keys.find((key) => !isDigit(key)),
    hasFractions: false,
  };
}

const isDigit = (key: string) => key >= '0' && key <= '9';
