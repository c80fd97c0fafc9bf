/** A time as VoIPbin writes it, in UTC to the microsecond: `2026-01-02T03:04:05.000000Z`. */
export function formatStamp(micros: number): string {
  const ms = Math.floor(micros / 1000);
  const rest = String(micros - ms * 1000).padStart(3, '0');
  return `${new Date(ms).toISOString().slice(0, -1)}${rest}Z`;
}

/** The same time as Go writes it into JSON: without zeros at the end of the fraction. Source: time.Time.MarshalJSON, RFC 3339 with nanoseconds. */
export const goTime = (stamp: string): string =>
  stamp.replace(/\.(\d*?)0+Z$/, (_, digits: string) => (digits === '' ? 'Z' : `.${digits}Z`));

/** Microseconds since 1970; undefined when the text is not a time. Digits beyond microseconds are cut off. */
export function parseStamp(text: string): number | undefined {
  const [, head, fraction = '', zone] =
    /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  if (head === undefined) return undefined;
  const seconds = Date.parse(`${head.replace(' ', 'T')}${zone ?? 'Z'}`);
  return Number.isNaN(seconds) ? undefined : seconds * 1000 + Number(fraction.slice(0, 6).padEnd(6, '0'));
}

/** Gives the time now, each one later than the one before: lists are paged by the time of creation, and no two may be the same. */
export function createStamps(now: () => number, last = 0): () => string {
  let latest = last;
  return () => {
    latest = Math.max(latest + 1, Math.floor(now() * 1000));
    return formatStamp(latest);
  };
}
