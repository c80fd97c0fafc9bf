import type { Path } from '../json/node';
import type { Simulation } from '../simulator';
import { shortQuantity } from '../text/quantity';
import { quote } from '../text/quote';
import type { Failure, Known } from './failure';
import { isRegular, textPattern } from './pattern/textPattern';
import type { Expectation } from './testFile';

/** How the run ended, what its variables are then, and what it used. */
export function judgeEnd(expect: Expectation, { events, result }: Simulation, at: Path, { nameOf }: Known): Failure[] {
  const place = events.at(-1)?.place;
  const failures: Failure[] = [];
  const fail = (key: string, message: string, expected: string, actual: string, ...more: Path) =>
    failures.push({ at: [...at, key, ...more], message, expected, actual, place });

  if (expect.ends !== undefined) {
    const { outcome, error } =
      typeof expect.ends === 'string' ? { outcome: expect.ends, error: undefined } : expect.ends;
    const isMet = result.outcome === outcome && (error === undefined || result.error === error);
    if (!isMet) {
      const actual = endText(result.outcome, result.error);
      const where = place ? ` at ${nameOf(place)}` : '';
      fail('ends', `The run ended as ${actual}${where}. ${result.detail}`, endText(outcome, error ?? null), actual);
    }
  }
  for (const [name, expected] of Object.entries(expect.variables ?? {})) {
    const value = Object.hasOwn(result.variables, name) ? result.variables[name] : undefined;
    if (fitsValue(expected, value)) continue;
    const actual = value === undefined ? 'not set' : quote(value);
    fail('variables', `\`${name}\` was ${actual} at the end.`, expected ?? 'not set', value ?? 'not set', name);
  }
  if (expect.within !== undefined && result.endedAt > expect.within) {
    const [most, took] = [expect.within, result.endedAt].map((ms) => shortQuantity(ms, 'ms'));
    fail('within', `The run took ${took}. It may take ${most}.`, `${expect.within} ms`, `${result.endedAt} ms`);
  }
  if (expect.used !== undefined && result.used > expect.used) {
    const message = `The run used ${result.used} executions. It may use ${expect.used}.`;
    fail('used', message, String(expect.used), String(result.used));
  }
  return failures;
}

const endText = (outcome: string, error: string | null) => (error === null ? outcome : `${outcome} (${error})`);

/** Of a variable the whole value is compared. */
function fitsValue(expected: string | null, value: string | undefined): boolean {
  if (expected === null || value === undefined) return expected === null && value === undefined;
  if (!isRegular(expected)) return expected === value;
  const pattern = textPattern(expected);
  return pattern.ok && pattern.fits(value);
}
