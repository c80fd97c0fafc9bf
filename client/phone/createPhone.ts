import { announcements } from './announcements';
import { phoneAfter } from './phoneAfter';
import { type Exchange, idlePhone, type Phone, type PhoneEvent, wantsKeys } from './phoneModel';
import type { FromPage } from './phoneProtocol';

/** The phone, alive: its state, and the way to the VoIPbin behind it. */
export interface LivePhone {
  readonly state: Phone;
  /** Virtual milliseconds. */
  now(): number;
  /** Connects it with another VoIPbin, or with none; calls of the one before are forgotten. */
  connect(exchange: Exchange | undefined): void;
  /** Does what the person did on the page. */
  take(message: FromPage): void;
  /** Tells of each change, with what there is to announce; what it returns ends that. */
  onChange(listener: (announce: readonly string[]) => void): () => void;
}

/** A phone without calls. `runCall` starts one. */
export function createPhone({ runCall }: { readonly runCall: () => void }): LivePhone {
  const listeners = new Set<(announce: readonly string[]) => void>();
  let state = idlePhone;
  let exchange: Exchange | undefined;
  let unlisten = () => {};

  const apply = (event: PhoneEvent) => {
    const before = state;
    state = phoneAfter(state, event);
    exchange?.setSpeed(virtualSpeed(state));
    if (state === before) return;
    const announce = announcements(before, state);
    for (const listener of [...listeners]) listener(announce);
  };

  return {
    get state() {
      return state;
    },
    now: () => exchange?.now() ?? 0,
    connect(next) {
      unlisten();
      exchange = next;
      apply({ type: 'reset' });
      unlisten = next?.listen(apply) ?? (() => {});
    },
    take(message) {
      switch (message.type) {
        case 'act':
          return exchange?.act(message.leg, message.action);
        case 'press':
          return exchange?.press(message.leg, message.key);
        case 'select':
        case 'speed':
          return apply(message);
        case 'runCall':
          return runCall();
        case 'ready':
          return;
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Virtual seconds in a real one. Nobody presses a key in no time, so that fast time is real time while keys are waited for. */
export function virtualSpeed({ speed, legs }: Phone): number {
  return speed === 'fast' && !legs.some(wantsKeys) ? Number.POSITIVE_INFINITY : 1;
}
