import { type Answer, parseUtc, type Question, type RunEvent, scriptedWorld, type WorldScript } from '../../flow';
import type { OngoingRun } from './ongoingRun';

/** A world does not decide what happens on phones, in queues and in conferences. */
const decided: ReadonlySet<Question['kind']> = new Set(['clock', 'request', 'dial', 'fetch', 'flow', 'reference_data']);

/**
 * What a world answers to a question of a run, so that a flow can be tried at another time or with other answers; undefined if the
 * sandbox decides.
 */
export function worldAnswer(world: WorldScript, run: OngoingRun, question: Question, at: RunEvent): Answer | undefined {
  const answer = decided.has(question.kind) ? scriptedWorld(world).answer(question, at) : undefined;
  // What the world does not refuse is served.
  if (answer?.kind === 'accepted') return undefined;
  if (answer?.kind !== 'clock') return answer;
  const begins = parseUtc(String(answer.now));
  // The times of runs are milliseconds since 1970, and the time that was given is that of the beginning.
  return Number.isNaN(begins) ? undefined : { kind: 'clock', now: begins - (run.input.startedAt ?? 0) };
}
