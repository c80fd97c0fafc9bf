import * as z from 'zod';
import { parseUtc } from '../../flow/simulator';
import type { Memory } from '../memory';

const key = 'voipbin.world';

const schema = z.object({
  /** The time at which flows begin, as it was typed; undefined: the real one. */
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

/** A time for people, such as `2026-11-18 10:30 UTC`; undefined for a text that is not a time. */
export function timeText(text: string): string | undefined {
  const ms = parseUtc(text.trim());
  if (Number.isNaN(ms)) return undefined;
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
