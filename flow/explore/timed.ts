import {
  begin,
  newMemory,
  type RunInput,
  runAction,
  type SavedAction,
  type Semantics,
  scriptedWorld,
  startRun,
  type WorldScript,
} from '../simulator';
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
  const { variables } = worldOf(steps, ground);
  const run = startRun({ ...input, variables: { ...input.variables, ...variables } }, { semantics });
  const memory = newMemory();
  const done: StepRecord[] = [];
  for (const step of steps) {
    const began = run.clock;
    // What comes later is not asked for yet; the times of what happens in this step are right as soon as those before are.
    const world = scriptedWorld(worldOf([...done, step], ground), memory);
    const going = done.length === 0 ? begin(run) : runAction(run);
    let at = going.next();
    while (!at.done) {
      at = going.next(at.value.type === 'question' ? world.answer(at.value.question, at.value) : undefined);
    }
    done.push({ ...step, duration: run.clock - began });
    if (at.value) break;
  }
  return done;
}
