import { remembering } from '../../text/remembering';
import { type CompiledPattern, compilePattern, type Pattern, type PatternEnd } from './compilePattern';

const written = /^\/(.+)\/(i?)$/s;

/** Flags of other regular expressions. A path such as `/v1/hooks` has no such end. */
const otherFlags = /^\/.+\/((?=.*[gi])(?!i$)[gimsuy]{1,6})$/s;

/** Whether a text of an expectation is a regular expression: it stands between slashes. */
export function isRegular(text: string): boolean {
  return written.test(text);
}

/** A text as an expectation that asks for just this text: one that stands between slashes would be a regular expression. */
export function literalText(text: string): string {
  return isRegular(text) ? `/${text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}/` : text;
}

/** What a text of an expectation asks of a text: a part of it, or a regular expression between slashes, with `i` behind them for any case. */
export function textPattern(text: string): CompiledPattern {
  if (isRegular(text)) return compiled(text);
  const endIn: PatternEnd = (whole, from) => {
    const at = whole.indexOf(text, from);
    return at < 0 ? undefined : at + text.length;
  };
  return { ok: true, fits: (whole) => whole.includes(text), endIn };
}

/** One expectation is tried with many texts, and one text several times: of many placed calls each is judged. */
const compiled = remembering(64, (text): CompiledPattern => {
  const [, source = '', flags] = written.exec(text) ?? [];
  const pattern = compilePattern(source, flags === 'i');
  if (!pattern.ok) return pattern;
  const fits = remembering(128, pattern.fits);
  return { ok: true, fits, endIn: (whole, from) => (fits(whole) ? pattern.endIn(whole, from) : undefined) };
});

/** Why a text of an expectation cannot be tried; undefined where it can. */
export function patternFault(text: string): string | undefined {
  const flags = otherFlags.exec(text)?.[1];
  if (flags !== undefined)
    return `only \`i\` can stand behind it, for any case, and \`${flags}\` does. Without that it is looked for as a text`;
  const pattern = textPattern(text);
  return pattern.ok ? undefined : pattern.fault;
}

/** Whether texts are as an expectation has it; where that cannot be tried, none is. */
export function fitting(expected: string): Pattern {
  const pattern = textPattern(expected);
  return pattern.ok ? pattern.fits : () => false;
}

/** Where the first part of a text that is as an expectation has it ends, from an offset on; where that cannot be tried, there is none. */
export function fittingEnd(expected: string): PatternEnd {
  const pattern = textPattern(expected);
  return pattern.ok ? pattern.endIn : () => undefined;
}
