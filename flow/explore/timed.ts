import type { Semantics } from '../catalog/semantics';
import {
  inputIn,
  type RunInput,
  runAction,
  type SavedAction,
  scriptedWorld,
  startRun,
  type World,
  type WorldScript,
} from '../simulator';
import { begin } from '../simulator/run/begin';
import { newMemory } from '../simulator/world/happenings';
import { worldWith } from './facts';
import { namesIn, textOption } from './optionReading';
import type { StepRecord } from './trial';
import { worldOf } from './way';

/** Whether some action takes longer with one value of a variable than with another: states that differ in it alone are explored once. */
export function hasOpenTimes(actions: readonly SavedAction[]): boolean {
  return actions.some((action) => {
    const text = action.type === 'digits_send' ? textOption(action, 'digits') : textOption(action, 'text');
    return (action.type === 'talk' || action.type === 'digits_send') && namesIn(text).length > 0;
  });
}

/** Steps with the time that each takes in the very call that they make up. */
export function timed(
  steps: readonly StepRecord[],
  ground: WorldScript,
  input: RunInput,
  semantics: Semantics,
): readonly StepRecord[] {
  const known = worldWith(
    ground,
    steps.flatMap(({ learned }) => learned),
  );
  const run = startRun(inputIn(input, known), { semantics });
  const memory = newMemory();
  const done: StepRecord[] = [];
  for (const { learned: _, ...rest } of steps) {
    const step = { ...rest, learned: [] };
    const began = run.clock;
    const going = done.length === 0 ? begin(run) : runAction(run);
    let world: World | undefined;
    let at = going.next();
    while (!at.done) {
      // What comes later is not asked for yet; the times of what happens in this step are right as soon as those before are.
      if (at.value.type === 'question') world ??= scriptedWorld(worldOf([...done, step], known), memory);
      at = going.next(at.value.type === 'question' ? world?.answer(at.value.question, at.value) : undefined);
    }
    done.push({ ...step, duration: run.clock - began });
    if (at.value) break;
  }
  return done.map(({ duration }, nth) => ({ ...(steps[nth] as StepRecord), duration }));
}
