import type { AddressBody } from '../api/bodies';
import { isOver, type ShownRun } from './run';

/** So many phones there are at once; further calls share the last. */
const count = 9;

/** A local phone that is in none of the calls that go on: the first, or one with a number and a name of its own. */
export function freePhone(first: AddressBody, runs: readonly ShownRun[]): AddressBody {
  const live = runs.filter((run) => run.profile === 'local' && !isOver(run));
  const taken = new Set(live.map(({ call }) => call?.destination?.target));
  for (let number = 1; ; number++) {
    const phone =
      number === 1
        ? first
        : { ...first, target: `${first.target?.slice(0, -1)}${number}`, name: `${first.name} ${number}` };
    if (number === count || !taken.has(phone.target)) return phone;
  }
}
