import type { ActionList, QuirkSwitches } from '../simulator';
import { type Compared, comparedIn } from './datetimes';
import { longestStep } from './longestStep';

/** At most so many cases are tried. */
const maxSamples = 300;
/** At most so many times are looked at for them, and at most so many results of conditions. */
const maxLooks = 20_000;
const maxResults = 500_000;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** After so many days the calendar begins again: weekdays, dates, and both together. */
const daysOfWeek = 7;
const daysOfDates = 4 * 365 + 1;
const daysOfBoth = 28 * 365 + 7;
/** A wait may be of any length, but not every call is followed for days. */
const maxHorizon = 2 * day;
/** Executions of a call. */
const maxSteps = 101;

/** A time from which on, and before which; ms since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A span in which every condition says the same, and a time in it. */
export interface TimeSample extends Span {
  readonly time: number;
}

/** What date conditions can tell apart. */
export interface Times {
  /** A time for each case, and for each case that comes next, the longest of them; the given time first. */
  readonly samples: readonly TimeSample[];
  /** Cases were left out. */
  readonly isPartial: boolean;
  /** A span in pieces in each of which every condition says the same. */
  divide(span: Span): readonly Span[];
  /** Equal for spans, at the same moment of two calls, from which on the same can happen. */
  keyOf(span: Span): string;
  /** Equal for times of which every condition says the same. */
  classOf(time: number): string;
}

/** The times that make a difference to the date conditions among some actions; undefined where there are none. */
export function timesOf(list: Pick<ActionList, 'actions'>, base: Date, quirks: QuirkSwitches): Times | undefined {
  const compared = comparedIn(list, quirks);
  if (!compared) return undefined;
  // Nothing that is farther away comes before the call is over.
  const horizon = Math.min(maxHorizon, 2 * maxSteps * longestStep(list));
  const classOf = remembered(compared.classOf);

  /** The first moment after a time at which conditions say something else; at the latest beyond the horizon, or `until`. */
  const changeAfter = (time: number, until: number): number => {
    const here = classOf(time);
    let at = nextBoundary(compared, time);
    while (at < until && classOf(at) === here) at = nextBoundary(compared, at);
    return Math.min(at, until);
  };

  return {
    ...samplesOf(compared, base, classOf, horizon),
    divide({ from, to }) {
      const pieces: Span[] = [];
      for (let at = from; at < to; ) {
        const end = changeAfter(at, to);
        pieces.push({ from: at, to: end });
        at = end;
      }
      return pieces;
    },
    keyOf({ from, to }) {
      const change = changeAfter(from, to + horizon + minute);
      const distance = (time: number) => (change - time > horizon ? 'far' : change - time);
      return `${classOf(from)} ${classOf(change)} ${distance(from)} ${distance(to)}`;
    },
    classOf,
  };
}

function remembered(classOf: (time: number) => string): (time: number) => string {
  const known = new Map<number, string>();
  return (time) => {
    const at = Math.floor(time / minute);
    const found = known.get(at) ?? classOf(time);
    known.set(at, found);
    return found;
  };
}

/** The next moment after a time at which conditions may say something else. */
function nextBoundary({ minutes, hours }: Compared, time: number): number {
  const today = Math.floor(time / day) * day;
  const thisHour = Math.floor(time / hour) * hour;
  for (const value of minutes) if (thisHour + value * minute > time) return thisHour + value * minute;
  if (minutes.length > 0) return thisHour + hour;
  for (const value of hours) if (today + value * hour > time) return today + value * hour;
  return today + day;
}

function samplesOf(
  compared: Compared,
  base: Date,
  classOf: (time: number) => string,
  horizon: number,
): Pick<Times, 'samples' | 'isPartial'> {
  // A longer one has all that a shorter one of the same results has, as far as a call lasts.
  const found = new Map<string, TimeSample>();
  let own: TimeSample | undefined;
  let ownKey = '';
  const lastsIn = (span: Span) => Math.min(span.to - span.from, horizon);
  const start = base.getTime();
  let looks = Math.min(maxLooks, Math.ceil(maxResults / compared.conditions));
  const done = (isPartial: boolean) => {
    const others = [...found].filter(([key, span]) => !own || key !== ownKey || lastsIn(span) > lastsIn(own));
    return { samples: [...(own ? [own] : []), ...others.map(([, span]) => span)], isPartial };
  };
  for (const date of daysOf(compared, start)) {
    for (let from = date; from < date + day; ) {
      const here = classOf(from);
      let to = nextBoundary(compared, from);
      looks--;
      while (to < date + day && looks > 0 && classOf(to) === here) {
        to = nextBoundary(compared, to);
        looks--;
      }
      if (looks <= 0 || found.size >= maxSamples) return done(true);
      const isBase = from <= start && start < to;
      const key = `${here} ${classOf(to)}`;
      const known = found.get(key);
      if (isBase) [own, ownKey] = [{ from, to, time: start }, key];
      else if (!known || lastsIn({ from, to }) > lastsIn(known)) found.set(key, { from, to, time: from + 1000 });
      from = to;
    }
  }
  return done(false);
}

/** A date for each kind of day, and of the day after it; the day of the base first. ms since 1970. */
function daysOf({ dayKind, hasDates, hasWeekdays }: Compared, base: number): readonly number[] {
  const today = Math.floor(base / day) * day;
  const count = hasDates && hasWeekdays ? daysOfBoth : hasDates ? daysOfDates : hasWeekdays ? daysOfWeek : 0;
  const found = new Map<string, number>();
  let here = dayKind(new Date(today));
  for (let later = 0; later <= count; later++) {
    const next = dayKind(new Date(today + (later + 1) * day));
    const key = `${here}>${next}`;
    if (!found.has(key)) found.set(key, today + later * day);
    here = next;
  }
  return [...found.values()];
}
