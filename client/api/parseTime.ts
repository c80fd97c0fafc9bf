/** Milliseconds since 1970. Times are UTC; older servers write them with a space and without a zone. */
export function parseTime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const iso = text.trim().replace(' ', 'T');
  const time = Date.parse(/(z|[+-]\d\d:?\d\d)$/i.test(iso) ? iso : `${iso}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** Whether two times of a server are one; to the last digit, whether trailing zeros are written or not. */
export function isSameTime(time: string | undefined, other: string | undefined): boolean {
  return plain(time) === plain(other);
}

/** No time is longer; the pattern would take long over megabytes of zeros from a server. */
const longest = 100;

const plain = (text: string | undefined) =>
  text
    ?.slice(0, longest)
    .trim()
    .replace(' ', 'T')
    .replace(/(\.\d*?)0+(?=Z?$)/i, '$1')
    .replace(/\.?Z?$/i, '');
