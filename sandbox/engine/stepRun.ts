import { type Answer, amdDuration, assume, type RunResult, type WaitQuestion } from '../../flow';
import { answerQuestion } from './answerQuestion';
import { applyEvent } from './applyEvent';
import { breakDown } from './breakDown';
import type { Engine } from './engine';
import { finishRun } from './finishRun';
import type { OngoingRun } from './ongoingRun';
import { followQueue } from './queueAgent';

/** Ends a run at any point, as if it had been stopped from outside; `stopped` if it could not continue. */
export function abortRun(
  engine: Engine,
  run: OngoingRun,
  detail: string,
  outcome: 'finished' | 'stopped' = 'finished',
): void {
  if (run.state === 'over') return;
  run.stopWaiting();
  run.wasStopped = true;
  const used = run.activeflow.executed_actions.length;
  const end = { outcome, error: null, detail, used, limit: undefined } as const;
  const result: RunResult = { ...end, variables: {}, endedAt: engine.core.clock.now(), quirks: [] };
  applyEvent(engine, run, { type: 'end', ...end, time: result.endedAt, place: undefined, stack: [] });
  finishRun(engine, run, result);
}

/** Continues a run whose wait is over. */
export function resumeRun(engine: Engine, run: OngoingRun, answer: Answer | undefined): void {
  run.stopWaiting();
  run.stopWaiting = () => {};
  if (run.call) {
    run.call.waiting = undefined;
    run.call.saying = undefined;
  }
  stepRun(engine, run, answer);
}

/** Continues a run. An error of ours ends this run only. */
export function stepRun(engine: Engine, run: OngoingRun, first: Answer | undefined): void {
  try {
    runOn(engine, run, first);
  } catch (error) {
    breakDown(engine, run, error, () => abortRun(engine, run, 'An error of the sandbox ended this run.', 'stopped'));
  }
}

/** Runs until it needs something from outside: time, an event, the answer of a URL. */
function runOn(engine: Engine, run: OngoingRun, first: Answer | undefined): void {
  run.state = 'busy';
  let answer = first;
  for (;;) {
    const next = run.script.next(answer);
    if (next.done) {
      finishRun(engine, run, next.value);
      return;
    }
    applyEvent(engine, run, next.value);
    answer = undefined;
    if (next.value.type !== 'question') continue;
    const { question } = next.value;
    if (question.kind !== 'wait') {
      const decided = answerQuestion(engine, run, question, next.value);
      if (decided instanceof Promise) {
        fetching(engine, run, decided);
        return;
      }
      answer = decided;
    } else if (question.background) {
      answer = detected(run, question.since);
    } else {
      enterWait(engine, run, question);
      const happening = run.inbox.shift();
      if (!happening) {
        wait(engine, run, question);
        return;
      }
      answer = happening;
    }
  }
}

function fetching(engine: Engine, run: OngoingRun, answer: Promise<Answer | undefined>): void {
  run.state = 'fetching';
  const goOn = (answered: Answer | undefined) => {
    if (run.state === 'fetching') stepRun(engine, run, answered);
  };
  // Whatever failed at the URL, it gave nothing.
  answer.then(goOn, () => goOn({ kind: 'unreachable' }));
}

const detected = ({ call }: OngoingRun, since: number): Extract<Answer, { kind: 'amd' }> => ({
  kind: 'amd',
  result: call?.isMachine ? 'machine' : 'human',
  at: since + amdDuration,
});

function enterWait(engine: Engine, run: OngoingRun, question: WaitQuestion): void {
  const { call } = run;
  const before = run.question;
  run.question = question;
  followQueue(run, question);
  if (!call) return;
  call.waiting = question;
  call.saying = question.media;
  // The same wait continues after each key.
  if (before?.began !== question.began || before.for !== question.for) engine.showOnPhone({ type: 'waiting', call });
}

function wait(engine: Engine, run: OngoingRun, question: WaitQuestion): void {
  const { clock } = engine.core;
  run.state = 'waiting';
  const { until, interruptAt = Number.POSITIVE_INFINITY } = question;
  if (until !== undefined) {
    run.stopWaiting = clock.at(Math.min(until, interruptAt), () => resumeRun(engine, run, { kind: 'pass' }));
    return;
  }
  const end = ownEnd(run, question);
  const at = Math.min(end && 'at' in end ? (end.at ?? 0) : Number.POSITIVE_INFINITY, interruptAt);
  if (at === Number.POSITIVE_INFINITY) return;
  run.stopWaiting = clock.at(at, () => resumeRun(engine, run, at === interruptAt ? { kind: 'over', at } : end));
}

/** How a wait ends without a person: a file is over, the detector has decided, an AI without a call is done. */
function ownEnd(run: OngoingRun, question: WaitQuestion): Answer | undefined {
  if (question.for === 'amd') return detected(run, question.began);
  if (question.for === 'play' || (question.for === 'ai' && !run.call)) return assume(question, () => '').answer;
  return undefined;
}
