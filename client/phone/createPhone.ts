import { createListeners } from '../../flow';
import type { DialledNumber, DialRefusal } from '../run/dialRefusal';
import { announcements } from './announcements';
import { phoneAfter } from './phoneAfter';
import { type Exchange, idlePhone, type Phone, type PhoneEvent, type Speed, wantsKeys } from './phoneModel';
import type { FromPage } from './phoneProtocol';

/** The running phone: its state, and the connection to the VoIPbin behind it. */
export interface LivePhone {
  readonly state: Phone;
  /** Virtual milliseconds of a leg, or of the VoIPbin behind the phone. */
  now(leg?: string): number;
  /** Connects it to another VoIPbin, or to none. It forgets the calls of the one before. */
  connect(exchange: Exchange | undefined): void;
  /** Also shows calls from elsewhere. The returned function stops following them; they stay on the phone. */
  join(exchange: Exchange): () => void;
  /** Does what the person did on the page. */
  take(message: FromPage): void;
  /** Says which file a call runs. Does nothing if the phone does not know the call. */
  runs(leg: string, file: string): void;
  /** Calls `listener` after each change, with the sentences to announce. The returned function ends that. */
  onChange(listener: (announce: readonly string[]) => void): () => void;
}

export interface PhoneSettings {
  /** Lets the flow beside the phone call it, calls that flow from it, or attaches a flow to a number. */
  readonly start: (what: 'runCall' | 'callFlow' | 'attachFlow') => void;
  /** Calls a number from this phone; gives the reason if it is not called. */
  readonly dial: (call: DialledNumber) => PromiseLike<DialRefusal | undefined>;
  /** Sends it a text message; gives the reason if it is not sent. */
  readonly text: (message: DialledNumber & { readonly text: string }) => PromiseLike<DialRefusal | undefined>;
  /** The speed that was chosen last, and where it is kept. */
  readonly speed?: { last(): Speed; keep(speed: Speed): void };
}

/** A phone without calls. */
export function createPhone({ start, dial, text, speed }: PhoneSettings): LivePhone {
  const { add: onChange, tell } = createListeners<readonly string[]>();
  let state: Phone = { ...idlePhone, speed: speed?.last() ?? 'real' };
  let main: Exchange | undefined;
  let unlisten = () => {};
  /** The VoIPbin of each leg that is not from `main`. */
  const joined = new Map<string, Exchange>();
  const exchanges = new Set<Exchange>();
  const exchangeOf = (leg: string) => joined.get(leg) ?? main;

  const apply = (event: PhoneEvent) => {
    const before = state;
    state = phoneAfter(state, event);
    for (const leg of joined.keys()) if (!state.legs.some(({ id }) => id === leg)) joined.delete(leg);
    for (const exchange of [main, ...exchanges]) {
      const legs = state.legs.filter(({ id }) => exchangeOf(id) === exchange);
      exchange?.setSpeed(virtualSpeed({ speed: state.speed, legs }));
    }
    if (state === before) return;
    tell(announcements(before, state));
  };

  /** The pad tells what was refused: a notification would cover it. */
  const answer = async (of: 'call' | 'message', refused: PromiseLike<DialRefusal | undefined>) => {
    apply({ type: 'dialled', refusal: undefined });
    const refusal = await refused;
    if (refusal) apply({ type: 'dialled', refusal: { ...refusal, of } });
  };

  return {
    get state() {
      return state;
    },
    now: (leg) => (leg === undefined ? main : exchangeOf(leg))?.now() ?? 0,
    connect(next) {
      unlisten();
      main = next;
      apply({ type: 'reset' });
      unlisten = next?.listen(apply) ?? (() => {});
    },
    join(exchange) {
      exchanges.add(exchange);
      const stop = exchange.listen((event) => {
        if (event.type === 'leg' && !joined.has(event.leg.id)) joined.set(event.leg.id, exchange);
        apply(event);
      });
      return () => {
        stop();
        exchanges.delete(exchange);
      };
    },
    take(message) {
      switch (message.type) {
        case 'act':
          return exchangeOf(message.leg)?.act(message.leg, message.action);
        case 'press':
          return exchangeOf(message.leg)?.press(message.leg, message.key);
        case 'speed':
          speed?.keep(message.speed);
          return apply(message);
        case 'select':
          return apply(message);
        case 'runCall':
        case 'callFlow':
        case 'attachFlow':
          return start(message.type);
        case 'dial':
          return void answer('call', dial(message));
        case 'text':
          return void answer('message', text(message));
        case 'ready':
          return;
      }
    },
    runs: (leg, file) => apply({ type: 'runs', leg, file }),
    onChange,
  };
}

/** Virtual seconds in a real one. A person needs time to press keys, so fast time is real time while a flow waits for keys. */
export function virtualSpeed({ speed, legs }: Pick<Phone, 'speed' | 'legs'>): number {
  return speed === 'fast' && !legs.some((leg) => wantsKeys(leg) && leg.pace !== 'plays') ? Number.POSITIVE_INFINITY : 1;
}
