/** The ms since 1970 of a date and time such as `2026-11-18 10:30` or `July 1, 2026 10:30:00 +01:00`, else NaN; one without a zone is UTC, wherever it is read. */
export function parseUtc(text: string): number {
  const date = readDate(text);
  if (!date) return Number.NaN;
  const { year, month, day } = date;
  const [, hour = '', minute, second = '00', fraction = '', zone = ''] = time.exec(text.slice(date.length)) ?? [];
  // JavaScript takes February 30 for March 2.
  if (hour === '' || day < 1 || day > daysOf(Number(year), month)) return Number.NaN;
  const [, offset, minutes] = /([+-]\d\d):?(\d\d)/.exec(zone) ?? [];
  const at = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${fraction}`;
  return Date.parse(offset === undefined ? `${at}Z` : `${at}${offset}:${minutes}`);
}

interface WrittenDate {
  readonly year: string;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** Of the text, with what stands between date and time. In UTF-16 code units. */
  readonly length: number;
}

const numbers = /^(\d{4})-(0[1-9]|1[0-2])-(\d\d)(?:t|,? )/i;
const words = /^(?:[a-z]{3,9},? )?(?:([a-z]{3,9}) (\d\d?)|(\d\d?) ([a-z]{3,9})),? (\d{4}),? /i;
const time =
  /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(\.\d{1,9})?)?(?: ?(z|(?:utc|gmt)?(?:[+-](?:[01]\d|2[0-3]):?[0-5]\d)?))?$/i;

function readDate(text: string): WrittenDate | undefined {
  const inNumbers = numbers.exec(text);
  if (inNumbers) {
    const [{ length }, year = '', month, day] = inNumbers;
    return { year, month: Number(month), day: Number(day), length };
  }
  const inWords = words.exec(text);
  if (!inWords) return undefined;
  const [{ length }, before, dayAfter, dayBefore, after, year = ''] = inWords;
  const name = (before ?? after ?? '').toLowerCase();
  const month = months.findIndex((known) => known.startsWith(name)) + 1;
  return month === 0 ? undefined : { year, month, day: Number(dayAfter ?? dayBefore), length };
}

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** The calendar repeats after 400 years. */
const daysOf = (year: number, month: number) => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

const two = (number: number | string) => String(number).padStart(2, '0');
