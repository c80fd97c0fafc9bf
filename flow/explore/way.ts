import type { WorldScript } from '../simulator';
import type { CalleePlan } from './choices';
import { mergeWorlds } from './facts';
import type { StepRecord } from './trial';

/** A way through a flow, as its last step and the way before it. */
export interface Way {
  readonly before: Way | undefined;
  readonly step: StepRecord;
  /** Virtual ms since the start. */
  readonly time: number;
  /** The time, and more for what people rarely do: of two calls the ordinary one is shown. */
  readonly cost: number;
}

/** What it costs to press a key into a text that is spoken, in ms: as much as to wait for its end, for most texts. */
const interruption = 5000;

/** A way with one more step. */
export function wayOn(before: Way | undefined, step: StepRecord): Way {
  const time = (before?.time ?? 0) + step.duration;
  const cost = (before?.cost ?? 0) + step.duration + (step.pressed ? interruption : 0);
  return { before, step, time, cost };
}

/** The world in which a call takes this way, on the ground of what was given. */
export function worldOf(way: Way, ground: WorldScript): WorldScript {
  const steps: Way[] = [];
  for (let at: Way | undefined = way; at; at = at.before) steps.push(at);
  steps.reverse();

  const digits: string[] = [];
  const keys: { at: number; keys: string }[] = [];
  const callees: CalleePlan[] = [];
  let hangsUpAt: number | undefined;
  let legs = 0;
  let world = ground;
  for (const { step, time } of steps) {
    const began = time - step.duration;
    if (step.typed !== undefined) digits.push(step.typed);
    if (step.pressed) keys.push({ at: began + step.pressed.after, keys: step.pressed.key });
    if (step.hangsUpAfter !== undefined) hangsUpAt = began + step.hangsUpAfter;
    legs += step.dialled;
    if (step.startsAt !== undefined) world = { ...world, now: new Date(step.startsAt - began).toISOString() };
    for (const fact of step.learned) world = mergeWorlds(world, fact.world);
    for (const { back, plan } of step.callees) {
      while (callees.length < legs) callees.push('no_answer');
      callees[legs - back] = plan;
    }
  }
  while (digits.at(-1) === '') digits.pop();
  return {
    ...world,
    ...(digits.length > 0 ? { digits } : {}),
    ...(keys.length > 0 ? { keys } : {}),
    ...(hangsUpAt === undefined ? {} : { hangs_up_at: hangsUpAt }),
    ...(callees.length > 0 ? { callees } : {}),
  };
}
