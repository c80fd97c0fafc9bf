import { own } from '../../json/own';
import type { Answer, HappeningAnswer, LegState, WaitQuestion } from '../questions';
import { aiSession, amdDuration, assume, fileDuration, nameOf } from './assume';
import { calleeConducts } from './callees';
import { type LegHappening, legSchedule } from './legSchedule';
import type { WorldScript } from './worldScript';

/** What happens while a run waits, in the order of time. */
export interface Happenings {
  /** The next thing that happens during a wait; undefined when nothing of the script does. */
  next(question: WaitQuestion): Answer | undefined;
  enterQueue(queueId: string, time: number): void;
}

/** ms between keys that are typed in one go, and before the first. */
export const typingPause = 400;

/** What has happened already of what a script has in store. */
export interface WorldMemory {
  /** How many of its keys were pressed. */
  nextKey: number;
  /** Virtual ms at which the call entered each queue. */
  readonly queued: Map<string, number>;
}

export const newMemory = (): WorldMemory => ({ nextKey: 0, queued: new Map() });
export const copyMemory = ({ nextKey, queued }: WorldMemory): WorldMemory => ({ nextKey, queued: new Map(queued) });

/** The happenings of a script. What has happened is remembered in `memory`. */
export function happenings(script: WorldScript, memory: WorldMemory = newMemory()): Happenings {
  const pressed = (script.keys ?? [])
    .flatMap(({ at, keys }) => [...keys].map((key, position) => ({ at: at + position * typingPause, key })))
    .sort((a, b) => a.at - b.at);
  const { queued } = memory;
  const firstLeg = legSchedule((leg) => legHappening(script, leg));

  const candidates = (question: WaitQuestion): (HappeningAnswer & { at: number })[] => {
    const { since } = question;
    const found: (HappeningAnswer & { at: number })[] = [];
    const hangup = script.hangs_up_at;
    if (hangup !== undefined && question.keys !== 'ignore') found.push({ kind: 'hangup', at: Math.max(since, hangup) });
    const key = pressed[memory.nextKey];
    if (key && question.keys !== 'ignore') found.push({ kind: 'key', key: key.key, at: Math.max(since, key.at) });
    const typed = question.for === 'digits' ? script.digits?.[question.nth ?? 0]?.[question.received ?? 0] : undefined;
    if (typed !== undefined) found.push({ kind: 'key', key: typed, at: since + typingPause });
    const leg = question.legs && firstLeg(question.legs, since);
    if (leg) found.push(leg);
    found.push(...endings(script, question));
    const entered = question.queueId === undefined ? undefined : queued.get(question.queueId);
    const giveUp = question.queueId === undefined ? undefined : own(script.queues, question.queueId)?.gives_up_after;
    if (entered !== undefined && giveUp !== undefined && question.for !== 'bridge') {
      found.push({ kind: 'queue-timeout', at: Math.max(since, entered + giveUp) });
    }
    return found;
  };

  return {
    enterQueue: (queueId, time) => void queued.set(queueId, time),
    next: (question) => {
      const [first] = candidates(question).sort((a, b) => a.at - b.at);
      if (!first || first.at > (question.until ?? Number.POSITIVE_INFINITY)) return undefined;
      // What the run would assume comes first, unless the script speaks of the very thing that is waited for.
      const assumed = question.until === undefined ? assume(question, () => '').answer : undefined;
      const assumedAt = assumed && 'at' in assumed ? assumed.at : undefined;
      const aside = first.kind === 'hangup' || first.kind === 'key';
      if (aside && assumedAt !== undefined && first.at > assumedAt) return undefined;
      // What interrupts the wait before leaves the key for the next one.
      const isPressed = first.at < (question.interruptAt ?? Number.POSITIVE_INFINITY);
      if (
        first.kind === 'key' &&
        isPressed &&
        first.key === pressed[memory.nextKey]?.key &&
        first.at === Math.max(question.since, pressed[memory.nextKey]?.at ?? 0)
      ) {
        memory.nextKey++;
      }
      return first;
    },
  };
}

function legHappening({ callees = [] }: WorldScript, leg: LegState): LegHappening | undefined {
  const plan = Array.isArray(callees) ? callees[leg.leg] : own(callees, nameOf(leg.destination));
  if (plan === undefined || leg.status === 'over') return undefined;
  const { does, after, hangs_up_after: talks } = typeof plan === 'string' ? { does: plan } : plan;
  const changes = { kind: 'leg', leg: leg.leg } as const;
  if (leg.status === 'answered') {
    return talks === undefined ? undefined : { ...changes, becomes: 'over', reason: 'normal', at: leg.since + talks };
  }
  const at = leg.since + (after ?? calleeConducts[does].rings);
  if (does === 'answers') return { ...changes, becomes: 'answered', at };
  return { ...changes, becomes: 'over', reason: calleeConducts[does].reason, at };
}

/** An AI that sets variables does so until the end of its session, which may have to be assumed. */
function aiEnding({ ai_ends_after: after, ai_sets: sets }: WorldScript, question: WaitQuestion) {
  if (after === undefined && sets === undefined) return [];
  const { began, since, until = Number.POSITIVE_INFINITY } = question;
  const at = Math.min(until, Math.max(since, began + (after ?? aiSession)));
  return [{ kind: 'over' as const, at, sets }];
}

/** What ends a wait that the script knows the length of. */
function endings(script: WorldScript, question: WaitQuestion): (HappeningAnswer & { at: number })[] {
  const { began, since } = question;
  const over = (after: number | undefined): (HappeningAnswer & { at: number })[] =>
    after === undefined ? [] : [{ kind: 'over', at: Math.max(since, began + after) }];
  const resource = question.resourceId ?? '';
  switch (question.for) {
    case 'play': {
      const urls = question.media?.urls ?? [];
      const known = urls.map((url) => own(script.audio, url));
      if (known.every((length) => length === undefined)) return [];
      return over(known.reduce<number>((sum, length) => sum + (length ?? fileDuration), 0));
    }
    case 'amd':
      return script.amd === undefined
        ? []
        : [{ kind: 'amd', result: script.amd, at: Math.max(since, began + amdDuration) }];
    case 'ai':
      return aiEnding(script, question);
    case 'conference':
      return over(own(script.conferences, resource)?.leaves_after);
    case 'bridge':
      return question.legs ? [] : over(own(script.queues, resource)?.talks_for);
    default:
      return [];
  }
}
