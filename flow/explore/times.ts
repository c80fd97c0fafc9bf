import type { ActionList } from '../simulator';
import { numberOption, optionOf } from './optionReading';

/** At most so many combinations of parts are tried; beyond that the parts are varied one by one. */
const maxCombinations = 96;

/** The parts of a date that conditions of a list compare, and the values at which the result of a comparison changes. */
interface Compared {
  readonly minute: readonly number[];
  readonly hour: readonly number[];
  readonly day: readonly number[];
  readonly month: readonly number[];
  readonly hasWeekdays: boolean;
}

/** What date conditions of a list can tell apart. */
export interface Times {
  /** A time for each case, the given one first. ISO 8601, UTC. */
  readonly samples: readonly string[];
  /** Equal for times (ms since 1970) of which every condition says the same. */
  classOf(time: number): string;
}

/** The times that make a difference to the date conditions of a list; undefined where it has none. */
export function timesOf(list: ActionList, base: Date): Times | undefined {
  const compared = comparedIn(list);
  if (!compared) return undefined;
  const { minute, hour, day, month, hasWeekdays } = compared;
  return {
    samples: samplesOf(compared, base),
    classOf(time) {
      const date = new Date(time);
      const parts = [
        bucket(minute, date.getUTCMinutes()),
        bucket(hour, date.getUTCHours()),
        bucket(day, date.getUTCDate()),
        bucket(month, date.getUTCMonth() + 1),
        hasWeekdays ? date.getUTCDay() : 0,
      ];
      return parts.join(' ');
    },
  };
}

function comparedIn({ actions }: ActionList): Compared | undefined {
  const conditions = actions.filter(({ type }) => type === 'condition_datetime');
  if (conditions.length === 0) return undefined;
  const boundaries = (part: string, least: number): number[] => {
    // A missing hour or minute counts as 0, and is compared.
    const values = conditions.map((action) => numberOption(action, part) ?? (least === 0 ? 0 : -1));
    const all = values.filter((value) => value >= least).flatMap((value) => [value, value + 1]);
    return [...new Set(all)].sort((a, b) => a - b);
  };
  return {
    minute: boundaries('minute', 0),
    hour: boundaries('hour', 0),
    day: boundaries('day', 1),
    month: boundaries('month', 1),
    hasWeekdays: conditions.some((action) => {
      const days = optionOf(action, 'weekdays');
      return Array.isArray(days) && days.length > 0;
    }),
  };
}

/** How many boundaries a value has reached. */
function bucket(boundaries: readonly number[], value: number): number {
  let reached = 0;
  while (reached < boundaries.length && (boundaries[reached] ?? 0) <= value) reached++;
  return reached;
}

/** One value for each bucket; that of the base for its own. */
function valuesOf(boundaries: readonly number[], own: number, least: number, most: number): number[] {
  const found = new Map([[bucket(boundaries, own), own]]);
  for (let value = least; value <= most; value++) {
    const number = bucket(boundaries, value);
    if (!found.has(number)) found.set(number, value);
  }
  return [...found.values()];
}

function samplesOf(compared: Compared, base: Date): string[] {
  const minutes = valuesOf(compared.minute, base.getUTCMinutes(), 0, 59);
  const hours = valuesOf(compared.hour, base.getUTCHours(), 0, 23);
  const days = valuesOf(compared.day, base.getUTCDate(), 1, 28);
  const months = valuesOf(compared.month, base.getUTCMonth() + 1, 1, 12);
  const shifts = compared.hasWeekdays ? [0, 1, 2, 3, 4, 5, 6] : [0];
  // In the first seconds of a minute most of it is still to come.
  const at = (month: number, day: number, hour: number, minute: number, shift: number) =>
    new Date(Date.UTC(base.getUTCFullYear(), month - 1, day + shift, hour, minute, 1)).toISOString();

  const found = new Set<string>();
  const [minute = 0, hour = 0, day = 1, month = 1] = [minutes[0], hours[0], days[0], months[0]];
  if (minutes.length * hours.length * days.length * months.length * shifts.length <= maxCombinations) {
    for (const m of months)
      for (const d of days)
        for (const h of hours) for (const n of minutes) for (const s of shifts) found.add(at(m, d, h, n, s));
  } else {
    for (const s of shifts) for (const h of hours) found.add(at(month, day, h, minute, s));
    for (const m of months) found.add(at(m, day, hour, minute, 0));
    for (const d of days) found.add(at(month, d, hour, minute, 0));
    for (const h of hours) for (const n of minutes) found.add(at(month, day, h, n, 0));
  }
  return [...found];
}
