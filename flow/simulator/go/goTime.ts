/**
 * Whether Go's `time.Time` can be read from a JSON text: RFC 3339, with what Go is lenient about: an hour of one digit, a comma before the fraction, an
 * offset of 24 hours. Source: Go's time.Time.UnmarshalJSON, parseStrictRFC3339.
 */
export function isGoTime(text: string): boolean {
  const [, year, month, day, hour, minute, second, offsetHour = '0', offsetMinute = '0'] = (form.exec(text) ?? []).map(
    Number,
  );
  if (year === undefined || month === undefined || day === undefined) return false;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false;
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return false;
  return !(Number(offsetHour) > 24 || Number(offsetMinute) > 60);
}

const form = /^(\d{4})-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|[+-](\d\d):(\d\d))$/;

/** Day 0 of the month that follows is the last of this one. */
const daysIn = (year: number, month: number) => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
};
