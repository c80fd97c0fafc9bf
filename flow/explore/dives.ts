import { runAction, type WorldScript } from '../simulator';
import { nextPosition } from '../simulator/run/advance';
import { begin } from '../simulator/run/begin';
import type { Run } from '../simulator/run/run';
import { newMemory } from '../simulator/world/happenings';
import type { Situation } from './keptRun';
import type { Outside } from './outside';
import { type Transition, transitionOf } from './points';
import { trials } from './trial';

/** Of one action only so many ways on are tried. */
const maxWays = 16;

/** So many calls in a row bring nothing new before it is given up. */
const patience = 20;

/**
 * Follows single calls to their ends, one after the other, each where few have gone before: where there are too many states to look at each, some ends are
 * found all the same. About `most` actions are run, as long as time is left, and one call is always
 * followed to its end. Deterministic but for the time.
 *
 * `reach` is told each step, and from where; it says how that was reached, and whether it shows something new.
 */
export function* dives<R>(
  run: Run,
  world: WorldScript,
  outside: Outside,
  { most, isTimeUp }: { readonly most: number; readonly isTimeUp: () => boolean },
  start: R,
  reach: (from: R, step: Transition) => { readonly reached: R; readonly isNew: boolean },
): Generator<void, void, void> {
  const timesAt = new Map<string, number>();
  let runs = 0;
  for (let inVain = 0; inVain < patience && (runs === 0 || (runs < most && !isTimeUp())); inVain++) {
    const facts = { world, decided: new Map(), start: undefined, memory: newMemory() };
    let here: Here<R> | undefined = { situation: { run, facts }, reached: start, times: 0 };
    for (let script = begin; here; script = runAction) {
      const { situation: live, reached: from }: Here<R> = here;
      const bounds = { keys: true, most: runs < most && !isTimeUp() ? maxWays : 1 };
      here = undefined;
      for (const trial of trials(live.run, live.facts, script, outside, bounds)) {
        const { reached, isNew } = reach(from, transitionOf(live.run, trial));
        runs++;
        if (isNew) inVain = 0;
        const times = timesAt.get(placeAfter(trial)) ?? 0;
        if (!trial.end && (!here || times < here.times)) here = { situation: trial, reached, times };
        // One way of an action with many parties can take as long as all of a small flow.
        if (isTimeUp()) break;
      }
      if (here) timesAt.set(placeAfter(here.situation), here.times + 1);
      yield;
    }
  }
}

/** Where a call stands that is followed. */
interface Here<R> {
  readonly situation: Situation;
  readonly reached: R;
  /** How many calls have gone there before. */
  readonly times: number;
}

/** Which action comes next. */
function placeAfter({ run }: Situation): string {
  const at = nextPosition(run);
  return at ? `${at.stack.list.key}@${at.position}` : '';
}
