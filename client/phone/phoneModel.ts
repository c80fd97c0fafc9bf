/** The state of the phone: what the person sees of the calls. Pure; times are virtual milliseconds that are passed in. */

import type { WaitReason } from '../../flow';
import type { OwnNumber } from '../../sandbox';
import type { DialRefusal } from '../run/dialRefusal';

/** One end of a call. */
export interface Party {
  /** `""` when it has none. */
  readonly name: string;
  /** What is dialled: a number, an extension, a SIP address. */
  readonly address: string;
}

export type LegState = 'calling' | 'ringing' | 'talking' | 'over';

/** Why a leg is over, as the person at the phone sees it. */
export interface LegEnd {
  /** `person`: the user of this phone; `flow`: an action of the call's own flow. */
  readonly by: 'person' | 'flow' | 'voipbin';
  /** As in `hangup_reason` of a call. */
  readonly reason: string;
}

/** What decides how a call continues, if not only the clock. */
export type Pace =
  | 'plays' // it plays by itself, until a person takes it over
  | 'taken' // a person has taken it over
  | 'stopped' // the debugger has stopped it, and time stands still
  | 'patient'; // the debugger lets no time pass until the person does something

/** What the VoIPbin behind the phone says about a leg. */
export interface LegFacts {
  readonly id: string;
  /** Which end of the call is at this phone. */
  readonly person: 'called' | 'calling';
  readonly from: Party;
  readonly to: Party;
  /** The leg whose flow dials this one. */
  readonly dialledBy?: string | undefined;
  /** It runs a flow. Otherwise another leg dialled it to talk with the person there, and its keys have no effect. */
  readonly hasFlow: boolean;
  readonly state: LegState;
  readonly end?: LegEnd | undefined;
  readonly pace?: Pace | undefined;
}

/** Whose phone it is. */
export const ownerOf = ({ person, from, to }: LegFacts): Party => (person === 'called' ? to : from);

/** Why a flow waits, as the simulator has it; `recording` is a wait in which nothing is heard and the call is recorded. */
export type PhoneWaitReason = WaitReason | 'recording';

/** What a flow waits for during the call. */
export interface Wait {
  readonly for: PhoneWaitReason;
  readonly since: number;
  /** When it ends by itself; undefined if only a person or another party can end it. */
  readonly until?: number | undefined;
}

interface Said {
  readonly text: string;
  readonly language: string;
  /** Milliseconds. */
  readonly duration: number;
  /** The flow continues while it is said. */
  readonly isAside: boolean;
}

/** A line in the transcript of a leg. */
export type Line = { readonly id: number; readonly at: number } /** `isCut`: it was interrupted. */ & (
  | (Said & { readonly kind: 'said'; readonly isCut: boolean })
  | { readonly kind: 'played'; readonly urls: readonly string[] }
  | { readonly kind: 'keys'; readonly keys: string }
  /** The time for keys was up; `keys`: those pressed until then. */
  | { readonly kind: 'timeout'; readonly keys: string }
  /** `with`: the parties that the flow of this leg dialled, who ring or talk now. */
  | { readonly kind: 'waits'; readonly for: PhoneWaitReason; readonly with: readonly Party[] }
);

export interface PhoneLeg extends LegFacts {
  readonly beganAt: number;
  readonly answeredAt?: number | undefined;
  readonly endedAt?: number | undefined;
  readonly lines: readonly Line[];
  /** The line that is being said, by id. */
  readonly speaking?: number | undefined;
  readonly wait?: Wait | undefined;
  /** The name of the file whose flow runs on it, if known. */
  readonly file?: string | undefined;
}

/** `fast`: only the person takes time. */
export type Speed = 'real' | 'fast';

export interface Phone {
  /** Those that it can call. */
  readonly numbers: readonly OwnNumber[];
  /** The answer to what was dialled last, until something changes. */
  readonly refusal: (DialRefusal & { readonly of: 'call' | 'message' }) | undefined;
  /** In the order in which they began. */
  readonly legs: readonly PhoneLeg[];
  /** The leg that is shown. */
  readonly selected: string | undefined;
  readonly speed: Speed;
}

export const idlePhone: Phone = { numbers: [], refusal: undefined, legs: [], selected: undefined, speed: 'real' };

/** An event on the line or at the phone. */
export type PhoneEvent =
  | { readonly type: 'leg'; readonly leg: LegFacts; readonly at: number }
  | (Said & { readonly type: 'said'; readonly leg: string; readonly at: number })
  | { readonly type: 'played'; readonly leg: string; readonly urls: readonly string[]; readonly at: number }
  | { readonly type: 'waits'; readonly leg: string; readonly wait: Wait | undefined; readonly at: number }
  | { readonly type: 'key'; readonly leg: string; readonly key: string; readonly at: number }
  | { readonly type: 'runs'; readonly leg: string; readonly file: string }
  | { readonly type: 'numbers'; readonly numbers: readonly OwnNumber[] }
  /** The person called a number or sent it a message; undefined: not refused, as far as known. */
  | { readonly type: 'dialled'; readonly refusal: Phone['refusal'] }
  | { readonly type: 'select'; readonly leg: string }
  | { readonly type: 'speed'; readonly speed: Speed }
  /** These legs no longer exist: a session went back. */
  | { readonly type: 'forgotten'; readonly legs: readonly string[] }
  /** Another VoIPbin is behind the phone, without calls. */
  | { readonly type: 'reset' };

export const legActions = ['answer', 'machine', 'decline', 'busy', 'noAnswer', 'endWait', 'hangup'] as const;
export type LegAction = (typeof legActions)[number];

export const phoneKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
export type PhoneKey = (typeof phoneKeys)[number];

/** What the person can do on a leg now, the most likely first. */
export function possibleActions(leg: PhoneLeg): readonly LegAction[] {
  const { state, person } = leg;
  if (state === 'over') return [];
  if (state !== 'talking' && person === 'called') return ['answer', 'decline', 'busy', 'noAnswer', 'machine'];
  return hasOpenEnd(leg) ? ['hangup', 'endWait'] : ['hangup'];
}

/** A flow on this leg receives keys. The caller of a flow has one even before it answers. */
export const canPress = ({ state, person, hasFlow }: LegFacts): boolean =>
  hasFlow && (state === 'talking' || (state !== 'over' && person === 'calling'));

/** The wait does not end by itself, or at an unknown time, so the person can end it. */
const hasOpenEnd = ({ wait }: PhoneLeg): boolean =>
  wait?.for === 'ai' || wait?.for === 'conference' || wait?.for === 'play';

/** The flow collects keys on this leg. */
export const wantsKeys = ({ wait }: PhoneLeg): boolean => wait?.for === 'digits';

/** No time passes on this leg. */
export const isStill = ({ pace }: Pick<LegFacts, 'pace'>): boolean => pace === 'stopped' || pace === 'patient';

/** The parties that a flow waits for or has connected: the legs that it dialled and that are not over. */
export function othersOf({ legs }: Pick<Phone, 'legs'>, id: string, reason: PhoneWaitReason): readonly PhoneLeg[] {
  const isMeant = ({ state }: PhoneLeg) =>
    reason === 'callee' ? state === 'calling' || state === 'ringing' : reason === 'bridge' && state === 'talking';
  return legs.filter((leg) => leg.dialledBy === id && isMeant(leg));
}

/** What the phone needs from the VoIPbin behind it. */
export interface Exchange {
  /** Virtual milliseconds since 1970. */
  now(): number;
  /** Does what the person wants, or nothing if it is no longer possible. */
  act(leg: string, action: LegAction): void;
  press(leg: string, key: PhoneKey): void;
  /** Virtual seconds in a real one; Infinity: as fast as possible. */
  setSpeed(speed: number): void;
  /** Calls `listener` for what is there already, then for each event. The returned function ends that. */
  listen(listener: (event: PhoneEvent) => void): () => void;
}
