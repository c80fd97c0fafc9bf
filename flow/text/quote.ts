import { shorten } from './shorten';

/** An author's text as messages show it: in quotation marks, on one line, at most 40 characters of it. */
export function quote(text: string): string {
  return `"${shorten(text, 40)}"`;
}
