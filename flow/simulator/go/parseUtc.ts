/** The ms since 1970 of a date and time, or NaN; one without a zone is UTC, wherever it is read. */
export function parseUtc(text: string): number {
  if (text.length > longestTime) return Number.NaN;
  if (hasZone.test(text)) return Date.parse(text);
  const utc = Date.parse(/\d{4}-\d\d-\d\dT/.test(text) ? `${text}Z` : `${text} UTC`);
  return Number.isNaN(utc) ? Date.parse(text) : utc;
}

/** No date and time is longer; a search for its zone would take ever longer. */
const longestTime = 100;

const hasZone = /(?:z|gmt|utc|[+-]\d\d:?\d\d)(?: *\([^)]*\))?$/i;
