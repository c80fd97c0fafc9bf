import { commentEnd } from '../json/lineAround';

/** Whether a comment that lasts to the end of its line ends at `to`; between `from` and `to` are comments, blanks and a comma at most. */
export function endsInComment(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const end = commentEnd(text, at);
    if (end === undefined) continue;
    if (end >= to && text[at + 1] === '/') return true;
    at = end - 1;
  }
  return false;
}

/** The comma between two neighbours, comments passed over; -1 if there is none. */
export function findComma(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (text[at] === ',') return at;
    const end = commentEnd(text, at);
    if (end !== undefined) at = end - 1;
  }
  return -1;
}
