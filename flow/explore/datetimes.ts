import { comparisons, holds, operatorWords } from '../catalog/compareCondition';
import { own } from '../json/own';
import type { ActionList, QuirkSwitches, SavedAction } from '../simulator';
import { numberOption, optionOf, textOption } from './optionReading';

/** What the date conditions among some actions look at. */
export interface Compared {
  /** Minutes of an hour, and hours of a day, at which the result of a comparison can change. In order. */
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  /** How many there are. */
  readonly conditions: number;
  readonly hasDates: boolean;
  readonly hasWeekdays: boolean;
  /** Equal for days of which every comparison of a month, a day or a weekday says the same. */
  dayKind(date: Date): string;
  /** What each condition says of a time. */
  classOf(time: number): string;
}

const operators = [...comparisons.keys()];

const parts = ['month', 'day', 'hour', 'minute'] as const;
type Part = (typeof parts)[number];

const least: Readonly<Record<Part, number>> = { month: 1, day: 1, hour: 0, minute: 0 };

/** One condition: what it compares. */
interface Condition {
  /** Undefined where only the run knows which: each is looked at then. */
  readonly operators: readonly string[];
  readonly wanted: readonly (readonly [Part, number])[];
  readonly weekdays: readonly unknown[];
}

/** The date conditions among some actions; undefined where there are none. */
export function comparedIn({ actions }: Pick<ActionList, 'actions'>, quirks: QuirkSwitches): Compared | undefined {
  const conditions = actions
    .filter(({ type }) => type === 'condition_datetime')
    .map((action) => conditionOf(action, quirks));
  if (conditions.length === 0) return undefined;
  const wanted = (part: Part) =>
    conditions.flatMap((condition) => condition.wanted.flatMap(([name, value]) => (name === part ? [value] : [])));
  const around = (part: Part, end: number) =>
    [...new Set(wanted(part).flatMap((value) => [value, value + 1]))]
      .filter((value) => value < end)
      .sort((a, b) => a - b);
  const months = [...new Set(wanted('month'))];
  const days = [...new Set(wanted('day'))];
  const hasWeekdays = conditions.some(({ weekdays }) => weekdays.length > 0);
  const side = (values: readonly number[], value: number) => values.map((other) => Math.sign(value - other)).join();
  return {
    minutes: around('minute', 60),
    hours: around('hour', 24),
    conditions: conditions.length,
    hasDates: months.length + days.length > 0,
    hasWeekdays,
    dayKind: (date) =>
      `${side(months, date.getUTCMonth() + 1)} ${side(days, date.getUTCDate())} ${hasWeekdays ? date.getUTCDay() : ''}`,
    classOf(time) {
      const date = new Date(time);
      return conditions.map((condition) => resultsOf(condition, date, quirks)).join('');
    },
  };
}

function conditionOf(action: SavedAction, quirks: QuirkSwitches): Condition {
  const text = textOption(action, 'condition');
  const operator = (quirks['operator-words-unsupported'] ? undefined : own(operatorWords, text)) ?? text;
  const weekdays = optionOf(action, 'weekdays');
  return {
    operators: text.includes('${') ? operators : comparisons.has(operator) ? [operator] : [],
    wanted: parts.flatMap((part) => {
      // A missing hour or minute counts as 0, and is compared.
      const omitted = least[part] === 0 && quirks['datetime-omitted-is-zero'] ? 0 : -1;
      const value = numberOption(action, part) ?? omitted;
      return value >= least[part] ? [[part, value] as const] : [];
    }),
    weekdays: Array.isArray(weekdays) ? (weekdays as readonly unknown[]) : [],
  };
}

function resultsOf({ operators: tried, wanted, weekdays }: Condition, date: Date, quirks: QuirkSwitches): string {
  // Text among the weekdays can be a variable: then any day may count.
  const isToday = weekdays.length === 0 || weekdays.includes(date.getUTCDay());
  const today = weekdays.some((weekday) => typeof weekday === 'string') ? date.getUTCDay() : '';
  const swap = quirks['datetime-operands-swapped'] ? -1 : 1;
  const results = tried.map(
    (operator) => isToday && wanted.every(([part, value]) => holds(operator, swap * (partOf(date, part) - value))),
  );
  return `${today}${results.map(Number).join('')}`;
}

function partOf(date: Date, part: Part): number {
  if (part === 'month') return date.getUTCMonth() + 1;
  if (part === 'day') return date.getUTCDate();
  return part === 'hour' ? date.getUTCHours() : date.getUTCMinutes();
}
