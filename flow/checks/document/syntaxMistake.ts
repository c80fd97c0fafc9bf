import type { Place } from '../../json/place';
import type { Fix } from '../check';

/** What is to be said of a syntax error. */
export interface SyntaxMistake {
  readonly at: Place;
  readonly message: string;
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
  readonly fixes?: readonly Fix[];
}
