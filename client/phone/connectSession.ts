import type { Command, Session } from '../../flow';
import { type Exchange, isStill, type LegAction, type LegFacts, type Pace, type PhoneEvent } from './phoneModel';
import { sessionLegs } from './sessionLegs';

export interface PhonedSession {
  readonly session: Session;
  /** Tells the legs of this session from those of others. */
  readonly id: string;
  /** The name of the file whose flow the calls run. */
  readonly file: string;
  /** What decides how it continues now. */
  pace(): Pace | undefined;
  /** Called before the person does something. */
  acts?(): void;
  setSpeed?(speed: number): void;
}

/** The phones of the calls in a session of the simulator: one that is debugged, or one that plays. */
export function connectSession({ session, id, file, pace, acts, setSpeed }: PhonedSession): Exchange {
  let legs = sessionLegs(id);
  const happen = (leg: string, commands: (number: number | undefined) => readonly Command[]) => {
    const found = legs.find(leg);
    if (!found) return;
    acts?.();
    session.happen(commands(found.leg), found.thread);
  };
  return {
    now: () => session.now,
    act: (leg, action) => happen(leg, (number) => commandsOf(action, number, legs.facts.get(leg))),
    press: (leg, key) => happen(leg, () => [{ does: 'key', key }]),
    setSpeed: (speed) => setSpeed?.(speed),
    listen(listener) {
      let { machine } = session;
      let taken = 0;
      /** The pace and time that the listener got last for each leg. */
      const told = new Map<string, { readonly pace: Pace | undefined; readonly at: number }>();
      legs = sessionLegs(id);
      const tellLeg = (leg: LegFacts, at: number) => {
        const now = leg.state === 'over' ? undefined : pace();
        told.set(leg.id, { pace: now, at });
        listener({ type: 'leg', leg: { ...leg, pace: now }, at });
        if (leg.hasFlow) listener({ type: 'runs', leg: leg.id, file });
      };
      const tellEvent = (event: PhoneEvent) => (event.type === 'leg' ? tellLeg(event.leg, event.at) : listener(event));
      /** Another pace, or another time while the clock of the phone does not run. */
      const isOld = ({ id }: LegFacts) => {
        const known = told.get(id);
        const now = pace();
        return known?.pace !== now || (isStill({ pace: now }) && known?.at !== session.now);
      };
      const tell = () => {
        // A session that goes back is a new machine.
        if (machine !== session.machine) {
          listener({ type: 'forgotten', legs: [...legs.facts.keys()] });
          legs = sessionLegs(id);
          told.clear();
          machine = session.machine;
          taken = 0;
        }
        while (taken < machine.happened.length) {
          const happened = machine.happened[taken++];
          if (happened) for (const event of legs.take(happened)) tellEvent(event);
        }
        const isOver = session.state === 'over';
        for (const leg of legs.facts.values()) {
          if (leg.state === 'over') continue;
          if (isOver) tellLeg({ ...leg, state: 'over', end: { by: 'voipbin', reason: 'normal' } }, session.now);
          else if (isOld(leg)) tellLeg(leg, session.now);
        }
      };
      tell();
      return session.onChange(tell);
    },
  };
}

/** What a person does on a phone, as commands to the run; `number` is the number of a leg that the run has dialled. */
function commandsOf(action: LegAction, number: number | undefined, leg: LegFacts | undefined): readonly Command[] {
  const becomes = (status: 'answered' | 'over', reason?: string): Command => ({
    does: 'leg',
    becomes: status,
    ...(reason === undefined ? {} : { reason }),
    // An outgoing run dials its own call first.
    leg: number ?? 0,
  });
  switch (action) {
    case 'answer':
      return [becomes('answered')];
    case 'machine':
      return [becomes('answered'), { does: 'amd', result: 'machine' }];
    case 'decline':
    case 'noAnswer':
      return [becomes('over', 'noanswer')];
    case 'busy':
      return [becomes('over', 'busy')];
    case 'endWait':
      return [{ does: 'over' }];
    case 'hangup':
      if (number !== undefined) return [becomes('over', 'normal')];
      return leg?.person === 'called' && leg.state !== 'talking' ? [becomes('over', 'noanswer')] : [{ does: 'hangup' }];
  }
}
