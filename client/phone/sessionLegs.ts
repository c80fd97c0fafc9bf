import type { Happened, RunEnd, RunEvent, Thread } from '../../flow';
import { partyOf } from './partyOf';
import type { LegEnd, LegFacts, PhoneEvent } from './phoneModel';

/** The phones of the calls in a session: events of its runs as events of phones. */
export interface SessionLegs {
  /** The events of the phone for the next thing that happened. */
  take(happened: Happened): readonly PhoneEvent[];
  /** The legs as they are now: those of the runs, and those that the runs have dialled. */
  readonly facts: ReadonlyMap<string, LegFacts>;
  /** The run that a leg belongs to, and its number among those that the run has dialled, for one of these. */
  find(id: string): { readonly thread: number; readonly leg: number | undefined } | undefined;
}

/** `session` tells the legs of one session from those of another. */
export function sessionLegs(session: string): SessionLegs {
  const facts = new Map<string, LegFacts>();
  const owners = new Map<string, { readonly thread: number; readonly leg: number | undefined }>();
  const waits = new Map<string, string>();
  const idOf = (thread: Thread, leg?: number) => [session, thread.id, ...(leg === undefined ? [] : [leg])].join('/');
  const show = (leg: LegFacts, at: number): PhoneEvent[] => {
    facts.set(leg.id, leg);
    return [{ type: 'leg', leg, at }];
  };

  return {
    facts,
    find: (id) => owners.get(id),
    take({ thread, event }) {
      const id = idOf(thread);
      const { time: at } = event;
      if (event.type === 'start' && hasPhone(thread)) {
        owners.set(id, { thread: thread.id, leg: undefined });
        const parent = thread.parent && idOf(thread.parent);
        return show(ownLeg(thread, id, parent !== undefined && facts.has(parent) ? parent : undefined), at);
      }
      const own = facts.get(id);
      if (!own) return [];
      switch (event.type) {
        case 'answered':
          return show({ ...own, state: 'talking' }, at);
        case 'end':
          return show({ ...own, state: 'over', end: endOf(event, own) }, at);
        case 'said': {
          const { text, language, duration, async: isAside } = event;
          return [{ type: 'said', leg: id, text, language, duration, isAside, at }];
        }
        case 'played':
          return [{ type: 'played', leg: id, urls: event.urls, at }];
        case 'key':
          return [{ type: 'key', leg: id, key: event.key, at }];
        case 'leg': {
          const { leg } = event;
          if (isOwn(thread, event)) return [];
          const dialled = idOf(thread, leg.leg);
          owners.set(dialled, { thread: thread.id, leg: leg.leg });
          return show(dialledLeg(event, dialled, own), at);
        }
        case 'question': {
          const { question } = event;
          if (question.kind !== 'wait' || question.background) return [];
          // The same wait continues after each key.
          const key = `${question.for} ${question.began}`;
          if (waits.get(id) === key) return [];
          waits.set(id, key);
          const wait = { for: question.for, since: question.began, until: question.until };
          return [{ type: 'waits', leg: id, wait, at }];
        }
        case 'action':
          // What the action before waited for is over.
          return waits.delete(id) ? [{ type: 'waits', leg: id, wait: undefined, at }] : [];
        default:
          return [];
      }
    },
  };
}

/** A call, not the flow that follows its end. */
const hasPhone = ({ child, run }: Thread) =>
  run.input.referenceType === 'call' && (child === undefined || child.cause === 'call');

function ownLeg({ run }: Thread, id: string, dialledBy: string | undefined): LegFacts {
  const { direction = 'incoming', dials } = run.input;
  const part = (side: string, name: string) => run.variables.get(`voipbin.call.${side}.${name}`);
  const party = (side: string) =>
    partyOf({
      type: part(side, 'type'),
      target: part(side, 'target'),
      target_name: part(side, 'target_name'),
      name: part(side, 'name'),
    });
  return {
    id,
    person: direction === 'outgoing' ? 'called' : 'calling',
    from: party('source'),
    to: party('destination'),
    dialledBy,
    hasFlow: true,
    state: direction === 'outgoing' && !dials ? 'talking' : 'ringing',
  };
}

type LegEvent = Extract<RunEvent, { type: 'leg' }>;

/** An outgoing run dials its own call first. */
const isOwn = ({ run }: Thread, { leg }: LegEvent) =>
  leg.leg === 0 && run.input.dials !== undefined && !run.input.dials.early;

function dialledLeg({ leg, reason }: LegEvent, id: string, by: LegFacts): LegFacts {
  const text = (name: string) => (typeof leg.destination[name] === 'string' ? leg.destination[name] : undefined);
  const to = { type: text('type'), target: text('target'), target_name: text('target_name'), name: text('name') };
  const base = { id, person: 'called', from: by.person === 'called' ? by.to : by.from, to: partyOf(to) } as const;
  const known = { ...base, dialledBy: by.id, hasFlow: false };
  if (leg.status !== 'over') return { ...known, state: leg.status === 'answered' ? 'talking' : 'ringing' };
  return {
    ...known,
    state: 'over',
    end: { by: reason === 'cancel' ? 'voipbin' : 'person', reason: reason ?? 'normal' },
  };
}

function endOf({ hangup }: RunEnd, { person }: LegFacts): LegEnd {
  const isPerson = hangup?.by === 'caller' || (person === 'called' && hangup?.by === 'callee');
  const by = isPerson ? 'person' : hangup?.by === 'flow' ? 'flow' : 'voipbin';
  return { by, reason: hangup?.reason ?? 'normal' };
}
