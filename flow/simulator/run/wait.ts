import type { WaitQuestion } from '../questions';
import { ask } from './ask';
import { event, isCall, next, type Run, type Script, type Step } from './run';
import { digitsVariable, setVariable } from './variables';

/** How a wait ended. `time`: by itself. */
export type WaitEnd =
  | { readonly kind: 'time' | 'over' }
  | { readonly kind: 'leg'; readonly leg: number; readonly becomes: 'answered' | 'over'; readonly reason: string }
  | { readonly kind: 'amd'; readonly result: 'human' | 'machine' }
  /** The run does not go on with this action: a party hung up, or the queue took over. */
  | { readonly kind: 'left'; readonly step: Step };

type Wish = Omit<WaitQuestion, 'kind' | 'began' | 'since' | 'until' | 'interruptAt' | 'queueId'> & {
  /** ms; undefined when only the outside can end the wait. */
  readonly duration: number | undefined;
  /** For `collect`: whether the keys so far are enough. */
  readonly enough?: () => boolean;
};

/** A world that never lets time pass is stopped after so many answers. */
const maxAnswers = 1000;

/** Lets time pass until the wait is over, and takes keys meanwhile. */
export function* wait(run: Run, wish: Wish): Script<WaitEnd> {
  const { duration, enough, ...question } = wish;
  const began = run.clock;
  const until = duration === undefined ? undefined : began + Math.max(0, duration);
  run.resumes++;
  run.inCycle = 0;
  for (let received = 0; received < maxAnswers; received++) {
    const alarm = nextAlarm(run);
    const answer = yield* ask(run, {
      ...question,
      kind: 'wait',
      began,
      since: run.clock,
      until,
      interruptAt: alarm?.at,
      ...(question.for === 'digits' ? { received } : {}),
      queueId: run.queue?.id,
    });
    const at = 'at' in answer && typeof answer.at === 'number' ? answer.at : answer.kind === 'pass' ? until : run.clock;
    if (alarm && (at === undefined || at >= alarm.at)) {
      pass(run, alarm.at);
      return { kind: 'left', step: alarm.ring() };
    }
    pass(run, Math.min(at ?? run.clock, until ?? Number.MAX_SAFE_INTEGER));
    switch (answer.kind) {
      case 'hangup':
        if (isCall(run)) return { kind: 'left', step: hangUp(run, 'caller', 'normal') };
        break;
      case 'stop':
        return {
          kind: 'left',
          step: { kind: 'end', outcome: 'finished', detail: 'The flow was stopped from outside.' },
        };
      case 'amd':
        if (question.for === 'amd') return answer;
        break;
      case 'leg':
        if (question.legs?.some(({ leg, status }) => leg === answer.leg && status !== 'over')) {
          return { ...answer, reason: answer.reason ?? 'normal' };
        }
        break;
      case 'agent':
      case 'queue-timeout':
        if (run.queue) return { kind: 'left', step: leaveQueueWait(run, answer.kind) };
        break;
      case 'key':
        if (!isCall(run) || question.keys === 'ignore') break;
        yield* takeKey(run, answer.key, question.keys === 'collect');
        if (question.keys === 'replace-and-end' || enough?.()) return { kind: 'over' };
        break;
      case 'over':
        return { kind: 'over' };
      default:
        return { kind: 'time' };
    }
  }
  if (until !== undefined) pass(run, until);
  return { kind: 'time' };
}

function* takeKey(run: Run, key: string, collect: boolean): Script<void> {
  // Source: bin-call-manager/pkg/callhandler/digit.go digitsReceived.
  const text = collect ? `\${${digitsVariable}}${key}` : key;
  yield* setVariable(run, digitsVariable, text, 'key');
  yield event(run, { type: 'key', key, digits: run.variables.get(digitsVariable) ?? '' });
}

function pass(run: Run, to: number): void {
  run.clock = Math.max(run.clock, to);
}

interface Alarm {
  readonly at: number;
  ring(): Step;
}

/** What will interrupt any wait at a known time. */
function nextAlarm(run: Run): Alarm | undefined {
  const alarms: Alarm[] = [];
  const { endsAt } = run.input;
  if (endsAt !== undefined) alarms.push({ at: endsAt, ring: () => hangUp(run, 'platform', 'normal') });
  if (run.amdHangupAt !== undefined) alarms.push({ at: run.amdHangupAt, ring: () => hangUp(run, 'platform', 'amd') });
  const agentAt = run.queue?.agentAt;
  if (agentAt !== undefined) alarms.push({ at: agentAt, ring: () => leaveQueueWait(run, 'agent') });
  return alarms.sort((a, b) => a.at - b.at)[0];
}

/** The run ends because its call is hung up. */
export function hangUp(run: Run, by: 'flow' | 'caller' | 'callee' | 'platform', reason: string): Step {
  run.callStatus = 'hangup';
  return { kind: 'end', outcome: 'hangup', detail: hangupTexts[by], hangup: { by, reason } };
}

const hangupTexts = {
  flow: 'The flow hung up the call.',
  caller: 'The other party hung up.',
  callee: 'The called party hung up.',
  platform: 'VoIPbin hung up the call.',
};

/** The queue ends its waiting: an agent is there, or it gives the call back to the flow. */
function leaveQueueWait(run: Run, why: 'agent' | 'queue-timeout'): Step {
  const { queue } = run;
  if (!queue) return next;
  queue.agentAt = undefined;
  const { stack } = queue;
  // The last action that the queue pushed joins the bridge.
  if (why === 'agent') {
    return { kind: 'jump', to: { stack, position: stack.list.actions.length - 1 }, jump: { edge: 'queue-agent' } };
  }
  return stack.caller ? { kind: 'return', to: stack.caller } : next;
}
