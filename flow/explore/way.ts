import type { WorldScript } from '../simulator';
import type { CalleePlan } from './choice';
import { worldWith } from './facts';
import type { TimeSample } from './times';
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
/** More than any call takes, in ms: where nothing need be refused, the call in which nothing is refused is shown. */
const refusal = 1e12;

/** Whether a service refused something in a step. */
export const isRefused = ({ learned }: StepRecord): boolean => learned.some(({ world }) => world.refuses !== undefined);

/** A way with one more step. */
export function wayOn(before: Way | undefined, step: StepRecord): Way {
  const time = (before?.time ?? 0) + step.duration;
  const cost =
    (before?.cost ?? 0) + step.duration + (step.pressed ? interruption : 0) + (isRefused(step) ? refusal : 0);
  return { before, step, time, cost };
}

/** The steps of a way, in order. */
export function stepsOf(way: Way): readonly StepRecord[] {
  const steps: StepRecord[] = [];
  for (let at: Way | undefined = way; at; at = at.before) steps.push(at.step);
  return steps.reverse();
}

/** The world in which a call takes these steps, on the ground of what was given. */
export function worldOf(steps: readonly StepRecord[], ground: WorldScript): WorldScript {
  const digits: string[] = [];
  const keys: { at: number; keys: string }[] = [];
  const callees: CalleePlan[] = [];
  let hangsUpAt: number | undefined;
  const times: TimeSample[] = [];
  let legs = 0;
  let began = 0;
  for (const step of steps) {
    if (step.typed !== undefined) digits.push(step.typed);
    if (step.pressed) keys.push({ at: began + step.pressed.after, keys: step.pressed.key });
    if (step.hangsUpAfter !== undefined) hangsUpAt = began + step.hangsUpAfter;
    legs += step.dialled;
    if (step.time) times.push(movedBy(step.time, -began - step.time.after));
    for (const { back, plan } of step.callees) {
      while (callees.length < legs) callees.push('no_answer');
      callees[legs - back] = plan;
    }
    began += step.duration;
  }
  while (digits.at(-1) === '') digits.pop();
  return {
    ...worldWith(
      ground,
      steps.flatMap(({ learned }) => learned),
    ),
    ...(times.length > 0 ? { now: new Date(startWithin(times)).toISOString() } : {}),
    ...(digits.length > 0 ? { digits } : {}),
    ...(keys.length > 0 ? { keys } : {}),
    ...(hangsUpAt === undefined ? {} : { hangs_up_at: hangsUpAt }),
    ...(callees.length > 0 ? { callees } : {}),
  };
}

function movedBy({ from, to, time }: TimeSample, ms: number): TimeSample {
  return { from: from + ms, to: to + ms, time: time + ms };
}

/** When a call has to begin, for each of the samples to be right; as one of them says, where that is right for all. */
function startWithin(samples: readonly TimeSample[]): number {
  const from = Math.max(...samples.map((sample) => sample.from));
  const to = Math.min(...samples.map((sample) => sample.to));
  const own = samples.find(({ time }) => from <= time && time < to);
  return own?.time ?? from + Math.max(0, Math.min(1000, Math.floor((to - from) / 2)));
}
