import type { Answer, HappeningAnswer, RunResult, WaitQuestion } from '../../flow/simulator';
import { assume } from '../../flow/simulator';
import { breakDown } from './breakDown';
import { decide } from './decide';
import type { Engine } from './engine';
import { finish } from './finish';
import type { LiveRun } from './liveRun';
import { observe } from './observe';
import { followQueue } from './queueAgent';

/** Begins a run. */
export function start(engine: Engine, run: LiveRun): void {
  if (run.state === 'new') step(engine, run, undefined);
}

/** Lets something happen to a run: at once when it waits, else as soon as it does. */
export function deliver(engine: Engine, run: LiveRun, happening: HappeningAnswer): void {
  if (run.state === 'over') return;
  if (run.state === 'waiting') resume(engine, run, happening);
  else run.inbox.push(happening);
}

/** Ends a run wherever it is, as if it had been stopped from outside; `stopped` when it could not go on. */
export function abort(
  engine: Engine,
  run: LiveRun,
  detail: string,
  outcome: 'finished' | 'stopped' = 'finished',
): void {
  if (run.state === 'over') return;
  run.stopWaiting();
  run.wasStopped = true;
  const used = run.activeflow.executed_actions.length;
  const end = { outcome, error: null, detail, used, limit: undefined } as const;
  const result: RunResult = { ...end, variables: {}, endedAt: engine.core.clock.now(), quirks: [] };
  observe(engine, run, { type: 'end', ...end, time: result.endedAt, place: undefined, stack: [] });
  finish(engine, run, result);
}

function resume(engine: Engine, run: LiveRun, answer: Answer | undefined): void {
  run.stopWaiting();
  run.stopWaiting = () => {};
  if (run.live) {
    run.live.waiting = undefined;
    run.live.saying = undefined;
  }
  step(engine, run, answer);
}

/** Goes on with a run; a fault of ours ends this run and no other. */
function step(engine: Engine, run: LiveRun, first: Answer | undefined): void {
  try {
    stepOn(engine, run, first);
  } catch (error) {
    breakDown(engine, run, error, () => abort(engine, run, 'A fault of the sandbox ended this run.', 'stopped'));
  }
}

/** Runs until the outside is needed: time has to pass, something has to happen, a URL has to answer. */
function stepOn(engine: Engine, run: LiveRun, first: Answer | undefined): void {
  run.state = 'busy';
  let answer = first;
  for (;;) {
    const next = run.script.next(answer);
    if (next.done) {
      finish(engine, run, next.value);
      return;
    }
    observe(engine, run, next.value);
    answer = undefined;
    if (next.value.type !== 'question') continue;
    const { question } = next.value;
    if (question.kind !== 'wait') {
      const decided = decide(engine, run, question);
      if (decided instanceof Promise) {
        fetching(engine, run, decided);
        return;
      }
      answer = decided;
    } else if (question.background) {
      answer = { kind: 'amd', result: run.live?.isMachine ? 'machine' : 'human', at: question.since + listening };
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

function fetching(engine: Engine, run: LiveRun, answer: Promise<Answer | undefined>): void {
  run.state = 'fetching';
  const goOn = (answered: Answer | undefined) => {
    if (run.state === 'fetching') step(engine, run, answered);
  };
  // Whatever went wrong with the URL, it gave nothing.
  answer.then(goOn, () => goOn({ kind: 'unreachable' }));
}

/** Milliseconds that the detector of machines listens. */
const listening = 3000;

function enterWait(engine: Engine, run: LiveRun, question: WaitQuestion): void {
  const { live } = run;
  const before = run.question;
  run.question = question;
  followQueue(run, question);
  if (!live) return;
  live.waiting = question;
  live.saying = question.media;
  // After each key the same wait goes on.
  if (before?.began !== question.began || before.for !== question.for) engine.tell({ type: 'waiting', live });
}

function wait(engine: Engine, run: LiveRun, question: WaitQuestion): void {
  const { clock } = engine.core;
  run.state = 'waiting';
  const { until, interruptAt = Number.POSITIVE_INFINITY } = question;
  if (until !== undefined) {
    run.stopWaiting = clock.at(Math.min(until, interruptAt), () => resume(engine, run, { kind: 'pass' }));
    return;
  }
  const end = ownEnd(run, question);
  const at = Math.min(end && 'at' in end ? (end.at ?? 0) : Number.POSITIVE_INFINITY, interruptAt);
  if (at === Number.POSITIVE_INFINITY) return;
  run.stopWaiting = clock.at(at, () => resume(engine, run, at === interruptAt ? { kind: 'over', at } : end));
}

/** How a wait ends that nobody on a phone ends: files are over, the detector knows, an AI without a call has done its job. */
function ownEnd(run: LiveRun, question: WaitQuestion): Answer | undefined {
  if (question.for === 'amd') {
    return { kind: 'amd', result: run.live?.isMachine ? 'machine' : 'human', at: question.began + listening };
  }
  if (question.for === 'play' || (question.for === 'ai' && !run.live)) return assume(question, () => '').answer;
  return undefined;
}
