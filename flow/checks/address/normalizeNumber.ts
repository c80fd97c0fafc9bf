import { bareNumber, e164 } from '../../catalog/telephoneNumber';

/**
 * A telephone number in the E.164 form that VoIPbin dials; undefined where the country would have to be guessed.
 *
 * Takes spaces, hyphens, dots, slashes and brackets out, writes `+` for a leading 00 or +00, and drops `tel:` and a trunk zero in brackets.
 */
export function normalizeNumber(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const number = bareNumber(text).replace(/^\+?00/, '+');
  return e164.test(number) ? number : undefined;
}

/** Megabytes are not made into a number, however many separators are in it. */
const longest = 200;
