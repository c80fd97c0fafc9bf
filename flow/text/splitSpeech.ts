import { maskVariables } from './maskVariables';

/**
 * A plain text in pieces of which each `fits`, cut behind sentences where there are some and else between words; undefined where it cannot be cut.
 *
 * Variables stay whole. `fits` has to hold of every beginning of a text of which it holds.
 */
export function splitSpeech(text: string, fits: (piece: string) => boolean): readonly string[] | undefined {
  const visible = maskVariables(text);
  const sentences = endsOf(visible, /[.!?\u2026]["')\]\u201d\u00bb]*(?=\s)|[\u3002\uff01\uff1f]/g);
  const words = endsOf(visible, /\S(?=\s)/g);
  const pieces: string[] = [];
  for (let start = 0; ; ) {
    const rest = text.slice(start).trim();
    if (fits(rest)) return rest === '' ? pieces : [...pieces, rest];
    const end = lastFitting(sentences) ?? lastFitting(words);
    if (end === undefined) return undefined;
    pieces.push(text.slice(start, end).trim());
    start = end;

    function lastFitting(ends: readonly number[]): number | undefined {
      let found: number | undefined;
      for (const end of ends) {
        if (end <= start || text.slice(start, end).trim() === '') continue;
        if (!fits(text.slice(start, end).trim())) break;
        found = end;
      }
      return found;
    }
  }
}

const endsOf = (text: string, end: RegExp) =>
  [...text.matchAll(end)].map(({ 0: found, index }) => index + found.length);
