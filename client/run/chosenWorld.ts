import * as z from 'zod';
import { parseUtc } from '../../flow';
import type { Memory } from '../memory';

const key = 'voipbin.world';

const schema = z.object({
  /** The date and time at which flows begin; undefined: the real one. */
  time: z.string().optional(),
  /** The address of a world file. */
  file: z.string().optional(),
});

/** What a person has chosen about the outside of local calls and of Simulate. */
export type ChosenWorld = Readonly<z.output<typeof schema>>;

export const readChosenWorld = (memory: Memory): ChosenWorld => schema.catch({}).parse(memory.get(key) ?? {});

/** Changes a part of what was chosen; `undefined` takes it back. */
export const keepChosenWorld = (memory: Memory, change: ChosenWorld): Promise<void> =>
  memory.set(key, { ...readChosenWorld(memory), ...change });

/** A date and time, such as `2026-11-18 10:30 UTC`; undefined for a text that is not one. */
export function utcText(text: string): string | undefined {
  const ms = parseUtc(text);
  if (Number.isNaN(ms)) return undefined;
  const [date, time = ''] = new Date(ms).toISOString().slice(0, -1).split('T');
  return `${date} ${time.replace(/(:00)?\.000$/, '')} UTC`;
}

/** A time that a person types: a date and a time, or a time of today; undefined for every other text. */
export function typedTime(text: string, now: number): { readonly time: string; readonly isToday: boolean } | undefined {
  const typed = text.trim();
  const isToday = /^\d\d?:[\d:.]+(?: ?(?:z|utc))?$/i.test(typed);
  const time = utcText(isToday ? `${new Date(now).toISOString().slice(0, 10)} ${typed}` : typed);
  return time === undefined ? undefined : { time, isToday };
}
