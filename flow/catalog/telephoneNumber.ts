/** How many digits an international telephone number has, its country code included. Source: bin-common-handler/models/address/validate.go; ITU-T E.164 (at most 15). */
export const numberDigits = { min: 7, max: 15 } as const;

/** A telephone number in E.164 form, as VoIPbin wants it: a plus sign and digits only. No country code begins with 0. */
export const e164 = new RegExp(`^\\+[1-9][0-9]{${numberDigits.min - 1},${numberDigits.max - 1}}$`);

/** The same rule in words. */
export const e164Doc = `a plus sign and ${numberDigits.min} to ${numberDigits.max} digits`;

/** What people write between the digits of a number, taken out: blanks, brackets, hyphens of every width, dots and slashes. */
export const withoutSeparators = (number: string): string => number.replace(separators, '');

/** A number as people write it, without `tel:`, without the 0 in brackets that one dials only within the country, and without separators. */
export const bareNumber = (text: string): string =>
  withoutSeparators(text.trim().replace(/^tel:/i, '').replace(trunkZero, ''));

const trunkZero = /(?<=^(?:\+|00)[\d\s]+)\(0\)/;

/** What keeps a number that begins with a plus sign from being one in E.164 form, as a sentence. */
export function numberFault(number: string): string | undefined {
  if (e164.test(number)) return undefined;
  const digits = number.slice(1);
  if (/\D/.test(digits)) return 'After the + a telephone number has only digits.';
  if (digits.startsWith('0')) return 'A country code does not begin with 0. Remove the zeros.';
  const { min, max } = numberDigits;
  return `A telephone number has ${min} to ${max} digits, this one has ${digits.length}${digits.length < min ? ' so far' : ''}.`;
}

const separators = /[\s\-./()\u2010-\u2015]/g;
