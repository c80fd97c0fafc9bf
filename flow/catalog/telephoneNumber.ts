/** How many digits an international telephone number has, its country code included. Source: bin-common-handler/models/address/validate.go; ITU-T E.164 (at most 15). */
export const numberDigits = { min: 7, max: 15 } as const;

/** A telephone number in E.164 form, as VoIPbin wants it: a plus sign and digits only. No country code begins with 0. */
export const e164 = new RegExp(`^\\+[1-9][0-9]{${numberDigits.min - 1},${numberDigits.max - 1}}$`);

/** The same rule in words. */
export const e164Doc = `a plus sign and ${numberDigits.min} to ${numberDigits.max} digits`;

/** What people write between the digits of a number, taken out: blanks, brackets, hyphens of every width, dots and slashes. */
export const withoutSeparators = (number: string): string => number.replace(separators, '');

const separators = /[\s\-./()\u2010-\u2015]/g;
