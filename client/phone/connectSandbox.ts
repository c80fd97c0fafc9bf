import type { LegWait, Sandbox, PhoneEvent as SandboxEvent, Leg as SandboxLeg } from '../../sandbox';
import { partyOf } from './partyOf';
import type { Exchange, LegFacts, LegState, PhoneEvent, Wait } from './phoneModel';

/**
 * The phones of a local VoIPbin, as the phone beside the editor needs them. While it listens, the robot answers no calls.
 *
 * `realNow` in milliseconds. `isHungUpHere`: the person ended this call with **Hang Up** outside the phone; to the server the request comes from VoIPbin's side.
 */
export function connectSandbox(
  sandbox: Pick<Sandbox, 'phone' | 'speed' | 'onChange'>,
  realNow: () => number = () => Date.now(),
  isHungUpHere: (call: string) => boolean = () => false,
): Exchange {
  const { phone } = sandbox;
  const factsOf = (leg: SandboxLeg): LegFacts => {
    const facts = knownFacts(leg);
    return facts.end?.by === 'voipbin' && facts.end.reason === 'normal' && isHungUpHere(leg.id)
      ? { ...facts, end: { by: 'person', reason: 'normal' } }
      : facts;
  };
  // The sandbox gives the time only with each event.
  let latest = { virtual: realNow(), real: realNow() };
  return {
    now: () => latest.virtual + (sandbox.speed === 1 ? Math.max(0, realNow() - latest.real) : 0),
    act: (leg, action) => void (action === 'machine' ? phone.answer(leg, { machine: true }) : phone[action](leg)),
    press: (leg, key) => void phone.press(leg, key),
    setSpeed(speed) {
      if (sandbox.speed !== speed) sandbox.speed = speed;
    },
    listen(listener) {
      const { autoAnswer } = phone;
      phone.autoAnswer = false;
      let told = '';
      const tellNumbers = () => {
        const { numbers } = phone;
        const text = JSON.stringify(numbers);
        if (text === told) return;
        told = text;
        listener({ type: 'numbers', numbers });
      };
      tellNumbers();
      for (const leg of phone.legs) {
        listener({ type: 'leg', leg: factsOf(leg), at: latest.virtual });
        if (leg.waiting) listener({ type: 'waits', leg: leg.id, wait: waitOf(leg.waiting), at: latest.virtual });
      }
      const unsubscribe = phone.subscribe((event) => {
        latest = { virtual: event.at, real: realNow() };
        listener(eventOf(event, factsOf));
        if (event.type !== 'reset') return;
        told = '';
        tellNumbers();
      });
      const stop = sandbox.onChange(tellNumbers);
      return () => {
        unsubscribe();
        stop();
        phone.autoAnswer = autoAnswer;
      };
    },
  };
}

function eventOf(event: SandboxEvent, factsOf: (leg: SandboxLeg) => LegFacts): PhoneEvent {
  const { type, at } = event;
  switch (type) {
    case 'leg':
      return { type, at, leg: factsOf(event.leg) };
    case 'said': {
      const { text, language, duration, async: isAside } = event;
      return { type, at, leg: event.leg.id, text, language, duration, isAside };
    }
    case 'played':
      return { type, at, leg: event.leg.id, urls: event.urls };
    case 'waiting':
      return { type: 'waits', at, leg: event.leg.id, wait: waitOf(event.waiting) };
    case 'key':
      return { type, at, leg: event.leg.id, key: event.key };
    case 'reset':
      return { type };
  }
}

const states: Readonly<Record<SandboxLeg['status'], LegState>> = {
  dialing: 'calling',
  ringing: 'ringing',
  progressing: 'talking',
  // It ends in a moment; the reason is known then.
  canceling: 'ringing',
  terminating: 'talking',
  hangup: 'over',
};

const enders = { remote: 'person', flow: 'flow', local: 'voipbin' } as const;

function knownFacts({ id, direction, role, source, destination, status, masterId, ended }: SandboxLeg): LegFacts {
  return {
    id,
    person: direction === 'outgoing' ? 'called' : 'calling',
    from: partyOf(source),
    to: partyOf(destination),
    dialledBy: masterId,
    hasFlow: role === 'flow',
    state: states[status],
    ...(ended ? { end: { by: enders[ended.by], reason: ended.reason } } : {}),
  };
}

const waitOf = ({ for: reason, isRecorded, began, until }: LegWait): Wait => ({
  for: reason === 'sleep' && isRecorded ? 'recording' : reason,
  since: began,
  until,
});
