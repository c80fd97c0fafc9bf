import { parseUtc } from '../simulator';

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A time of a world as people read it, such as `Wednesday 2026-11-18, 10:30 UTC`; a text that is not a time stays as it is. */
export function utcTime(text: string): string {
  const time = new Date(parseUtc(text));
  if (Number.isNaN(time.getTime())) return text;
  const iso = time.toISOString();
  return `${days[time.getUTCDay()]} ${iso.slice(0, 10)}, ${iso.slice(11, 16)} UTC`;
}
