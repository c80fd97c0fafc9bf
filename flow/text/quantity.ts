import type { Unit } from '../catalog/field';

const unitNames: Readonly<Record<Unit, readonly [singular: string, plural: string]>> = {
  ms: ['millisecond', 'milliseconds'],
  s: ['second', 'seconds'],
  bytes: ['byte', 'bytes'],
  minute: ['minute', 'minutes'],
  hour: ['hour', 'hours'],
  day: ['day of the month', 'days of the month'],
  month: ['month', 'months'],
  digits: ['digit', 'digits'],
};

/** The name of a unit as a sentence has it: "milliseconds". */
export function unitName(unit: Unit): string {
  return unitNames[unit][1];
}

/** An amount as people read it: 90000 ms is "1 min 30 s", 3 digits are "3 digits". Places in a calendar become "hour 9". */
export function shortQuantity(value: number, unit: Unit | undefined): string {
  if (unit === 'ms' || unit === 's') return shortDuration(unit === 's' ? value * 1000 : value);
  if (unit === 'digits' || unit === 'bytes') return `${groupDigits(value)} ${unitNames[unit][value === 1 ? 0 : 1]}`;
  return unit ? `${unit} ${value}` : groupDigits(value);
}

/** An amount in its unit, and in a handier one where that differs: "10 000 ms = 10 s"; "3 digits". */
export function fullQuantity(value: number, unit: Unit | undefined): string {
  const short = shortQuantity(value, unit);
  if (unit !== 'ms' && unit !== 's') return short;
  const full = `${groupDigits(value)} ${unit}`;
  return full === short ? full : `${full} = ${short}`;
}

/** The number with a space between groups of three digits, from five digits on; fractions stay as they are. */
export function groupDigits(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  if (!/^-?\d{5,}$/.test(whole)) return String(value);
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ' ');
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

function shortDuration(ms: number): string {
  if (!Number.isFinite(ms) || ms < 0 || ms >= 1e12) return `${groupDigits(ms)} ms`;
  if (ms < 1000) return `${ms} ms`;
  const seconds = ms / 1000;
  if (seconds < 60) return `${Number(seconds.toFixed(3))} s`;
  const parts: string[] = [];
  let rest = seconds;
  for (const [name, length] of [
    ['h', 3600],
    ['min', 60],
  ] as const) {
    const count = Math.floor(rest / length);
    if (count > 0) parts.push(`${groupDigits(count)} ${name}`);
    rest -= count * length;
  }
  if (rest > 0.0005) parts.push(`${Number(rest.toFixed(3))} s`);
  return parts.join(' ');
}
