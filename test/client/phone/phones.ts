import type { PhoneSettings } from '../../../client/phone/createPhone';
import { phoneAfter } from '../../../client/phone/phoneAfter';
import { idlePhone, type LegFacts, type Phone, type PhoneEvent } from '../../../client/phone/phoneModel';

export const shop = { name: 'Harbour Bikes', address: '+15550101000' };
export const ana = { name: 'Ana', address: '+15550101011' };
export const workshop = { name: 'Workshop', address: '+15550101001' };

/** What a phone does that begins nothing. */
export const noDeeds: PhoneSettings = {
  start: () => {},
  dial: async () => undefined,
  text: async () => undefined,
};

/** The phone of Ana, which VoIPbin calls for a flow. */
export const anasLeg: LegFacts = {
  id: 'a',
  person: 'called',
  from: shop,
  to: ana,
  hasFlow: true,
  state: 'ringing',
};

/** The phone of the workshop, which Ana's flow dials. */
export const workshopLeg: LegFacts = {
  id: 'w',
  person: 'called',
  from: ana,
  to: workshop,
  dialledBy: 'a',
  hasFlow: false,
  state: 'ringing',
};

/** The phone after events. */
export const after = (...events: PhoneEvent[]): Phone => events.reduce(phoneAfter, idlePhone);

export const legEvent = (leg: LegFacts, state: LegFacts['state'], at = 0, end?: LegFacts['end']): PhoneEvent => ({
  type: 'leg',
  leg: { ...leg, state, ...(end ? { end } : {}) },
  at,
});

export const said = (
  text: string,
  at = 0,
  rest: { leg?: string; duration?: number; isAside?: boolean } = {},
): PhoneEvent => ({
  type: 'said',
  leg: 'a',
  language: 'en-US',
  duration: text.length * 70,
  isAside: false,
  text,
  at,
  ...rest,
});

export const waits = (what: NonNullable<Phone['legs'][number]['wait']>['for'], at = 0, until?: number): PhoneEvent => ({
  type: 'waits',
  leg: 'a',
  wait: { for: what, since: at, until },
  at,
});

export const key = (digit: string, at = 0): PhoneEvent => ({ type: 'key', leg: 'a', key: digit, at });

/** Calls as pages show them, from the first ring to the end. */
const ringing = [legEvent(anasLeg, 'ringing', 0)];
const talking = [...ringing, legEvent(anasLeg, 'talking', 1000)];
export const menu = 'Welcome. For opening hours press 1. To rent a bike press 2.';
const saying = [...talking, said(menu, 1000, { duration: 60_000 }), waits('talk', 1000, 61_000)];
const collecting = [...saying, waits('digits', 61_000, 121_000)];
export const scenes = {
  none: [],
  ringing,
  talking,
  saying,
  collecting,
  over: [...collecting, key('2', 62_000), legEvent(anasLeg, 'over', 63_000, { by: 'person', reason: 'normal' })],
  both: [...talking, legEvent(workshopLeg, 'ringing', 2000), waits('bridge', 2000)],
} satisfies Record<string, readonly PhoneEvent[]>;
