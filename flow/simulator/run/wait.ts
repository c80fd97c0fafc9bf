import { digitsVariable } from '../../catalog/variables';
import { isTimed } from '../../catalog/waitReasons';
import { callEnd } from '../../text/callEnd';
import { capitalize } from '../../text/capitalize';
import type { Answer, WaitQuestion } from '../questions';
import { ask } from './ask';
import { leaveQueueWait, waitingQueue } from './queueWait';
import { pass } from './recordings';
import { type Continuation, event, isCall, type Run, type Script, suspects } from './run';
import { setVariable } from './variables';

/** How a wait ended. `time`: by itself. */
export type WaitEnd =
  | { readonly kind: 'time' | 'over' }
  | { readonly kind: 'leg'; readonly leg: number; readonly becomes: 'answered' | 'over'; readonly reason: string }
  | { readonly kind: 'amd'; readonly result: 'human' | 'machine' }
  /** The run does not go on with this action: a party hung up, or the queue took over. */
  | { readonly kind: 'left'; readonly step: Continuation };

type WaitRequest = Omit<WaitQuestion, 'kind' | 'began' | 'since' | 'until' | 'interruptAt' | 'received' | 'queueId'> & {
  /** ms; undefined when only the outside can end the wait. */
  readonly duration: number | undefined;
  /** For `collect`: whether the keys so far are enough. */
  readonly enough?: () => boolean;
};

/** A world that never lets time pass is stopped after so many answers. */
const maxAnswers = 1000;

/** Lets time pass until the wait is over, and takes keys meanwhile. */
export function* wait(run: Run, request: WaitRequest): Script<WaitEnd> {
  const { enough, legs, keys } = request;
  const duration = yield* durationOf(run, request);
  const began = run.clock;
  const until = duration === undefined ? undefined : began + Math.max(0, duration);
  run.resumes++;
  run.inCycle = 0;
  let taken: Continuation | undefined;
  const end = (ended: WaitEnd): WaitEnd => (taken ? { kind: 'left', step: taken } : ended);
  let nothings = 0;
  for (let answers = 0; answers < maxAnswers; answers++) {
    const alarm = nextAlarm(run);
    const answer = yield* ask(run, {
      kind: 'wait',
      for: request.for,
      began,
      since: run.clock,
      until,
      interruptAt: alarm?.at,
      keys,
      nth: request.nth,
      received: answers - nothings,
      legs,
      queueId: waitingQueue(run)?.id,
      resourceId: request.resourceId,
      media: request.media,
    });
    const at = answer.kind === 'pass' ? until : timeOf(answer, run.clock);
    if (alarm && (at === undefined || at >= alarm.at)) {
      yield* pass(run, alarm.at);
      const step = yield* alarm.ring();
      if (step && (alarm.breaksOff || isBrokenOff(run, request))) return { kind: 'left', step };
      taken = step;
      continue;
    }
    yield* pass(run, Math.min(at ?? run.clock, until ?? Number.MAX_SAFE_INTEGER));
    switch (answer.kind) {
      case 'hangup':
        if (isCall(run)) return { kind: 'left', step: hangUp(run, answer.by ?? 'caller', 'normal') };
        break;
      case 'nothing':
        nothings++;
        break;
      case 'stop':
        return {
          kind: 'left',
          step: { kind: 'end', outcome: 'finished', detail: 'The flow was stopped by a request.' },
        };
      case 'amd':
        if (request.for === 'amd') return end(answer);
        break;
      case 'leg':
        if (changes(legs, answer)) return end({ ...answer, reason: answer.reason ?? 'normal' });
        break;
      case 'agent':
      case 'queue-timeout': {
        const step = waitingQueue(run) ? yield* leaveQueueWait(run, answer.kind) : undefined;
        if (!step) break;
        if (answer.kind === 'queue-timeout' || isBrokenOff(run, request)) return { kind: 'left', step };
        taken = step;
        break;
      }
      case 'key':
        if (!isCall(run) || keys === 'ignore') break;
        yield* takeKey(run, answer.key, keys === 'collect');
        if (keys === 'replace-and-end' || enough?.()) return end({ kind: 'over' });
        break;
      case 'over':
        if (request.for === 'ai') {
          for (const [name, value] of Object.entries(answer.sets ?? {})) yield* setVariable(run, name, value, 'ai');
        }
        return end({ kind: 'over' });
      default:
        return end({ kind: 'time' });
    }
  }
  if (until !== undefined) yield* pass(run, until);
  return end({ kind: 'time' });
}

/** An agent who is found breaks an action off. Where an async `talk` still sounds only that is stopped, and the action comes to its own end first. */
const isBrokenOff = (run: Run, request: WaitRequest) =>
  request.for === 'talk' || request.for === 'play' || run.clock >= run.speaksUntil;

function* durationOf(run: Run, request: WaitRequest): Script<number | undefined> {
  return isTimed(request.for) && (yield* suspects(run, 'timed-wait-endless')) ? undefined : request.duration;
}

/** Whether a leg of the wait can become what is said of it. */
function changes(
  legs: WaitQuestion['legs'],
  { leg, becomes }: { readonly leg: number; readonly becomes: string },
): boolean {
  // The legs of one bridge were dialled one after another.
  const usual = legs?.[leg - (legs[0]?.leg ?? 0)];
  const status = (usual?.leg === leg ? usual : legs?.find((legState) => legState.leg === leg))?.status;
  return status === 'ringing' || (status === 'answered' && becomes === 'over');
}

function* takeKey(run: Run, key: string, collect: boolean): Script<void> {
  // Source: bin-call-manager/pkg/callhandler/digit.go digitsReceived.
  const text = collect ? `\${${digitsVariable}}${key}` : key;
  yield* setVariable(run, digitsVariable, text, 'key');
  yield event(run, { type: 'key', key, digits: run.variables.get(digitsVariable) ?? '' });
}

/** The virtual ms at which something happens; now, when the answer gives no time that can be. */
export function timeOf(answer: Answer, now: number): number {
  return 'at' in answer && Number.isFinite(answer.at) ? Math.max(now, answer.at ?? now) : now;
}

interface Alarm {
  readonly at: number;
  /** Whatever is waited for; otherwise see {@link isBrokenOff}. */
  readonly breaksOff: boolean;
  ring(): Script<Continuation | undefined>;
}

/** What will interrupt any wait at a known time: the earliest of it. */
function nextAlarm(run: Run): Alarm | undefined {
  const { endsAt } = run.input;
  const { amdHangupAt } = run;
  const agentAt = waitingQueue(run)?.agentAt;
  const at = Math.min(endsAt ?? never, amdHangupAt ?? never, agentAt ?? never);
  if (at === never) return undefined;
  if (at === agentAt) return { at, breaksOff: false, ring: () => leaveQueueWait(run, 'agent') };
  return { at, breaksOff: true, ring: () => hangsUp(run, at === amdHangupAt ? 'amd' : 'normal') };
}

const never = Number.POSITIVE_INFINITY;

// biome-ignore lint/correctness/useYield: an alarm may tell of what it does
function* hangsUp(run: Run, reason: string): Script<Continuation> {
  return hangUp(run, 'platform', reason);
}

/** The run ends because its call is hung up. */
export function hangUp(run: Run, by: 'flow' | 'caller' | 'platform', reason: string): Continuation {
  run.callStatus = 'hangup';
  const ender = by === 'caller' && run.input.direction === 'outgoing' ? 'callee' : by;
  return { kind: 'end', outcome: 'hangup', detail: `${capitalize(callEnd(ender, reason))}.`, hangup: { by, reason } };
}
