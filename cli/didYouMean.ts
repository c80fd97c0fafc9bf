import { closest } from '../flow';

/** What to add to a complaint about an unknown word: the known word that was meant, or nothing; `before` is what is written in front of it. */
export function didYouMean(word: string, known: readonly string[], before = ''): string {
  const meant = closest(word, known);
  return meant === undefined ? '' : `; did you mean ${before}${meant}?`;
}
