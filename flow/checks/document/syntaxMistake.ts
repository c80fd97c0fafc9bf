import type { Place } from '../../json/place';
import type { Problem } from '../check';

/** What is to be said of a syntax error: no value stands where it is. */
export interface SyntaxMistake extends Problem {
  readonly at: Place;
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
}
