/** What a person at the phone knows of the calls that end there. Pure: times are virtual milliseconds that are passed in. */

import type { WaitReason } from '../../flow/catalog/waitReasons';

/** One end of a call. */
export interface Party {
  /** `""` when it has none. */
  readonly name: string;
  /** What is dialled: a number, an extension, a SIP address. */
  readonly address: string;
}

export type LegState = 'calling' | 'ringing' | 'talking' | 'over';

/** Why a leg is over, from where the person at the phone stands. */
export interface LegEnd {
  /** `person`: whoever holds this phone. */
  readonly by: 'person' | 'voipbin';
  /** As in `hangup_reason` of a call. */
  readonly reason: string;
}

/** What moves a call on, where it is not the clock alone. */
export type Pace =
  | 'plays' // it plays by itself, until a person takes it over
  | 'taken' // a person has taken it over
  | 'stopped' // the debugger has stopped it, and time stands still
  | 'patient'; // the debugger lets no time pass until the person does something

/** What is known of a leg from outside. */
export interface LegFacts {
  readonly id: string;
  /** Which end of the call is at this phone. */
  readonly person: 'called' | 'calling';
  readonly from: Party;
  readonly to: Party;
  /** The leg whose flow dials this one. */
  readonly dialledBy?: string | undefined;
  /** A flow talks to it; otherwise it was dialled to talk with the person on another leg, and nothing hears its keys. */
  readonly hasFlow: boolean;
  readonly state: LegState;
  readonly end?: LegEnd | undefined;
  readonly pace?: Pace | undefined;
}

/** Whose phone it is. */
export const ownerOf = ({ person, from, to }: LegFacts): Party => (person === 'called' ? to : from);

/** What a flow waits for while the person is on the line; the words are those of the simulator. */
export interface Wait {
  readonly for: WaitReason;
  readonly since: number;
  /** When it ends by itself; undefined when only somebody can end it. */
  readonly until?: number | undefined;
}

/** What stands in the transcript of a leg. */
export type Line = { readonly id: number; readonly at: number } & (
  | {
      readonly kind: 'said';
      readonly text: string;
      readonly language: string;
      /** Milliseconds. */
      readonly duration: number;
      /** The flow continues while it is said. */
      readonly isAside: boolean;
      /** Something put an end to it before it was all said. */
      readonly isCut: boolean;
    }
  | { readonly kind: 'played'; readonly urls: readonly string[] }
  | { readonly kind: 'keys'; readonly keys: string }
  /** The time for keys was over; `keys`: those that were pressed in it. */
  | { readonly kind: 'timeout'; readonly keys: string }
  /** `with`: who rings then, or talks, because this leg's flow dialled them. */
  | { readonly kind: 'waits'; readonly for: WaitReason; readonly with: readonly Party[] }
);

export interface PhoneLeg extends LegFacts {
  readonly beganAt: number;
  readonly answeredAt?: number | undefined;
  readonly endedAt?: number | undefined;
  readonly lines: readonly Line[];
  /** The line that is being said, by id. */
  readonly speaking?: number | undefined;
  readonly wait?: Wait | undefined;
  /** The name of the file whose flow runs on it, where that is known. */
  readonly file?: string | undefined;
}

/** `fast`: nothing is waited for but the person. */
export type Speed = 'real' | 'fast';

/** A number that can be called from this phone, and the names of the flows that answer it; undefined where none does. */
export interface DialNumber {
  readonly number: string;
  readonly name: string;
  readonly callFlow: string | undefined;
  readonly messageFlow: string | undefined;
}

export interface Phone {
  readonly numbers: readonly DialNumber[];
  /** In the order in which they began. */
  readonly legs: readonly PhoneLeg[];
  /** The leg that is shown. */
  readonly selected: string | undefined;
  readonly speed: Speed;
}

export const idlePhone: Phone = { numbers: [], legs: [], selected: undefined, speed: 'real' };

/** What happens on the line, or at the phone itself. */
export type PhoneEvent =
  | { readonly type: 'leg'; readonly leg: LegFacts; readonly at: number }
  | {
      readonly type: 'said';
      readonly leg: string;
      readonly text: string;
      readonly language: string;
      readonly duration: number;
      readonly isAside: boolean;
      readonly at: number;
    }
  | { readonly type: 'played'; readonly leg: string; readonly urls: readonly string[]; readonly at: number }
  | { readonly type: 'waits'; readonly leg: string; readonly wait: Wait | undefined; readonly at: number }
  | { readonly type: 'key'; readonly leg: string; readonly key: string; readonly at: number }
  | { readonly type: 'runs'; readonly leg: string; readonly file: string }
  | { readonly type: 'numbers'; readonly numbers: readonly DialNumber[] }
  | { readonly type: 'select'; readonly leg: string }
  | { readonly type: 'speed'; readonly speed: Speed }
  /** These legs never were. */
  | { readonly type: 'forgotten'; readonly legs: readonly string[] }
  /** There is another VoIPbin behind the phone, which knows of no call. */
  | { readonly type: 'reset' };

export const legActions = ['answer', 'machine', 'decline', 'busy', 'noAnswer', 'endWait', 'hangup'] as const;
export type LegAction = (typeof legActions)[number];

export const phoneKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
export type PhoneKey = (typeof phoneKeys)[number];

/** What the person can do on a leg now, the likeliest first. */
export function possibleActions(leg: PhoneLeg): readonly LegAction[] {
  const { state, person } = leg;
  if (state === 'over') return [];
  if (state !== 'talking' && person === 'called') return ['answer', 'decline', 'busy', 'noAnswer', 'machine'];
  return hasOpenEnd(leg) ? ['hangup', 'endWait'] : ['hangup'];
}

/** There is a flow on the line that a key reaches; whoever calls has one even before it answers. */
export const canPress = ({ state, person, hasFlow }: LegFacts): boolean =>
  hasFlow && (state === 'talking' || (state !== 'over' && person === 'calling'));

/** What is waited for does not end by itself, or nobody knows when, so that the person says when it is over. */
const hasOpenEnd = ({ wait }: PhoneLeg): boolean =>
  wait?.for === 'ai' || wait?.for === 'conference' || wait?.for === 'play';

/** The flow collects keys on this leg. */
export const wantsKeys = ({ wait }: PhoneLeg): boolean => wait?.for === 'digits';

/** No time passes on this leg. */
export const isStill = ({ pace }: Pick<LegFacts, 'pace'>): boolean => pace === 'stopped' || pace === 'patient';

/** The legs for which a flow waits, or with which it has connected the person: what it dialled and what goes on. */
export function othersOf({ legs }: Pick<Phone, 'legs'>, id: string, reason: WaitReason): readonly PhoneLeg[] {
  const isMeant = ({ state }: PhoneLeg) =>
    reason === 'callee' ? state === 'calling' || state === 'ringing' : reason === 'bridge' && state === 'talking';
  return legs.filter((leg) => leg.dialledBy === id && isMeant(leg));
}

/** What the phone needs of the VoIPbin behind it. */
export interface Exchange {
  /** Virtual milliseconds since 1970. */
  now(): number;
  /** Does what the person wants; nothing happens when it is no longer possible. */
  act(leg: string, action: LegAction): void;
  press(leg: string, key: PhoneKey): void;
  /** Virtual seconds in a real one; Infinity: as fast as possible. */
  setSpeed(speed: number): void;
  /** Tells of what happens, and first of what is going on already; what it returns ends that. */
  listen(listener: (event: PhoneEvent) => void): () => void;
}
