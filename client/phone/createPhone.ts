import { announcements } from './announcements';
import { phoneAfter } from './phoneAfter';
import { type Exchange, idlePhone, type Phone, type PhoneEvent, type Speed, wantsKeys } from './phoneModel';
import type { FromPage } from './phoneProtocol';

/** The phone, alive: its state, and the way to the VoIPbin behind it. */
export interface LivePhone {
  readonly state: Phone;
  /** Virtual milliseconds: on a leg, else of the VoIPbin behind the phone. */
  now(leg?: string): number;
  /** Connects it with another VoIPbin, or with none; calls of the one before are forgotten. */
  connect(exchange: Exchange | undefined): void;
  /** Shows calls that are not of that VoIPbin beside its own; what it returns ends that, and they stay as they are. */
  join(exchange: Exchange): () => void;
  /** Does what the person did on the page. */
  take(message: FromPage): void;
  /** Says which file a call runs; nothing happens where the phone does not know the call. */
  runs(leg: string, file: string): void;
  /** Tells of each change, with what there is to announce; what it returns ends that. */
  onChange(listener: (announce: readonly string[]) => void): () => void;
}

export interface PhoneSettings {
  /** Has VoIPbin call this phone with the flow beside it. */
  readonly runCall: () => void;
  /** Calls the flow beside it from this phone. */
  readonly callFlow: () => void;
  /** Calls a number from this phone. */
  readonly dial: (call: Dialled) => void;
  /** Sends it a text message. */
  readonly text: (message: Dialled & { readonly text: string }) => void;
  /** How time ran the last time, and where that is kept. */
  readonly speed?: { last(): Speed; keep(speed: Speed): void };
}

/** A number and who calls or writes, both as they were typed. */
interface Dialled {
  readonly number: string;
  readonly from: string;
}

/** A phone without calls. */
export function createPhone({ runCall, callFlow, dial, text, speed }: PhoneSettings): LivePhone {
  const listeners = new Set<(announce: readonly string[]) => void>();
  let state: Phone = { ...idlePhone, speed: speed?.last() ?? 'real' };
  let main: Exchange | undefined;
  let unlisten = () => {};
  /** Which VoIPbin a leg belongs to; those of `main` are not listed. */
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
    const announce = announcements(before, state);
    for (const listener of [...listeners]) listener(announce);
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
          return runCall();
        case 'callFlow':
          return callFlow();
        case 'dial':
          return dial(message);
        case 'text':
          return text(message);
        case 'ready':
          return;
      }
    },
    runs: (leg, file) => apply({ type: 'runs', leg, file }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Virtual seconds in a real one. Nobody presses a key in no time, so that fast time is real time while keys are waited for. */
export function virtualSpeed({ speed, legs }: Pick<Phone, 'speed' | 'legs'>): number {
  return speed === 'fast' && !legs.some((leg) => wantsKeys(leg) && leg.pace !== 'plays') ? Number.POSITIVE_INFINITY : 1;
}
