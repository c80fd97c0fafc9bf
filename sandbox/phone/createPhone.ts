import type { Engine, Happening } from '../engine/engine';
import type { LiveCall } from '../engine/liveCall';
import { receiveCall } from '../engine/newRuns';
import { answer, canAnswer } from '../engine/parties';
import { storedFlow } from '../engine/storedFlow';
import type { Address } from '../resources/address';
import { isEnding } from '../resources/call';
import { legOf, waitOf } from './legOf';
import type { AutoAnswer, Dialled, Phone, PhoneEvent } from './phone';

/** The phone's own side: what the engine tells it. */
export interface PhoneSide {
  readonly phone: Phone;
  tell(happening: Happening): void;
  reset(): void;
}

/** A caller from outside who says nothing about himself. */
const somebody: Address = { type: 'tel', target: '+15550101011', name: 'Ana' };

/** `engine` is asked for later: it needs the phone itself. */
export function createPhone(engine: () => Engine, autoAnswer: AutoAnswer | false): PhoneSide {
  const listeners = new Set<(event: PhoneEvent) => void>();
  const emit = (event: PhoneEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  const now = () => engine().core.clock.now();
  const act = (id: string, isPossible: (live: LiveCall) => boolean, run: (live: LiveCall) => void) => {
    const live = engine().calls.get(id);
    if (!live || !isPossible(live)) return false;
    run(live);
    return true;
  };
  const failing = (reason: string) => (id: string) => act(id, canAnswer, (live) => engine().fail(live, reason));
  const isOn = ({ call }: LiveCall) => !isEnding(call);

  const phone: Phone = {
    autoAnswer,
    get legs() {
      return [...engine().calls.values()].map(legOf);
    },
    leg(id) {
      const live = engine().calls.get(id);
      return live && legOf(live);
    },
    answer: (id, { machine = false } = {}) => act(id, canAnswer, (live) => answer(engine(), live, machine)),
    decline: failing('noanswer'),
    busy: failing('busy'),
    noAnswer: failing('noanswer'),
    hangup: (id) =>
      act(id, isOn, (live) => {
        if (canAnswer(live)) engine().fail(live, 'noanswer');
        else engine().hangUp(live, { by: 'remote', reason: 'normal' });
      }),
    press: (id, key) =>
      act(
        id,
        (live) => /^[0-9A-D*#]$/.test(key) && isOn(live) && live.role === 'flow' && !canAnswer(live),
        ({ run }) => engine().deliver(run, { kind: 'key', key, at: now() }),
      ),
    endWait: (id) =>
      act(
        id,
        ({ waiting }) => waiting !== undefined && openEnds.has(waiting.for),
        ({ run }) => engine().deliver(run, { kind: 'over', at: now() }),
      ),
    dial: (number, from) => dial(engine(), number, from ?? somebody),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  return {
    phone,
    tell(happening) {
      const base = { at: now(), leg: legOf(happening.live) };
      switch (happening.type) {
        case 'leg':
          return emit({ type: 'leg', ...base });
        case 'said': {
          const { text, language, duration, async } = happening;
          return emit({ type: 'said', ...base, text, language, duration, async });
        }
        case 'played':
          return emit({ type: 'played', ...base, urls: happening.urls });
        case 'key':
          return emit({ type: 'key', ...base, key: happening.key, digits: happening.digits });
        case 'waiting':
          return happening.live.waiting && emit({ type: 'waiting', ...base, waiting: waitOf(happening.live.waiting) });
      }
    },
    reset: () => emit({ type: 'reset', at: now() }),
  };
}

/** What `endWait` can end. */
const openEnds: ReadonlySet<string> = new Set(['play', 'conference', 'ai', 'bridge']);

function dial(engine: Engine, text: string, from: Address): Dialled {
  const { store } = engine.core;
  const number = store.numbers.all().find((one) => one.number === text);
  if (!number) return { ok: false, reason: `${text} is not a number of the account.` };
  const flow = storedFlow(store, number.call_flow_id);
  if (!flow) return { ok: false, reason: `No flow answers ${text}. Give it one with PUT /numbers/{id}/flow_ids.` };
  const { id } = receiveCall(engine, number, from, flow);
  const live = engine.calls.get(id);
  return live ? { ok: true, leg: legOf(live) } : { ok: false, reason: `${text} hung up at once.` };
}
