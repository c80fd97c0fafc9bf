import type { JsonValue, WaitReason } from '../../flow';
import type { Saying } from '../engine/ongoingCall';
import type { Address } from '../resources/address';
import type { CallStatus } from '../resources/call';

/** One phone that rings, is called or calls: a call as the person on it knows it. */
export interface Leg {
  /** The id of the call. */
  readonly id: string;
  /** `outgoing`: VoIPbin calls this phone. `incoming`: this phone calls a number of the account. */
  readonly direction: 'incoming' | 'outgoing';
  /** `flow`: a flow talks to it. `connected`: it is called to talk with a party on another leg. */
  readonly role: 'flow' | 'connected';
  /** Who calls. */
  readonly source: Address;
  /** Who is called. */
  readonly destination: Address;
  readonly status: CallStatus;
  /** The activeflow that talks to it, for `trace`; for `connected` that of the call it joins. */
  readonly activeflowId: string;
  /** The call that it joins, or that placed it and ends it; undefined when there is none. */
  readonly masterId: string | undefined;
  /** The group call that it is part of: when one of the group answers, the others stop ringing. */
  readonly groupcallId: string | undefined;
  /** What is heard now; undefined when nothing is. */
  readonly saying: Saying | undefined;
  /** What its flow waits for; undefined when it does not wait. */
  readonly waiting: LegWait | undefined;
  /** The keys that count so far. */
  readonly digits: string;
  /** Once it is over: who hung up and why, as in the call. `remote` is the phone; the call shows `local` also where its flow hung up. */
  readonly ended: { readonly by: 'remote' | 'flow' | 'local'; readonly reason: string } | undefined;
}

export interface LegWait {
  readonly for: WaitReason;
  /** Virtual milliseconds since 1970. */
  readonly began: number;
  /** When it ends by itself; undefined when only a person can end it. */
  readonly until: number | undefined;
  /** Keys are collected (`digits`), or stored as the last one pressed; false: they do nothing. */
  readonly takesKeys: boolean;
  /** The call is being recorded. */
  readonly isRecorded: boolean;
}

/** What happens on the phones. `at` is in virtual milliseconds since 1970. */
export type PhoneEvent = {
  readonly at: number;
} /** A leg is there, or its status is another one. One that is over comes a last time, with `ended`. */ & (
  | { readonly type: 'leg'; readonly leg: Leg }
  /** Speech begins; `duration` in milliseconds. With `async` the flow continues meanwhile. */
  | {
      readonly type: 'said';
      readonly leg: Leg;
      readonly text: string;
      readonly language: string;
      readonly duration: number;
      readonly async: boolean;
    }
  | { readonly type: 'played'; readonly leg: Leg; readonly urls: readonly string[] }
  /** Its flow waits for something new. Not told again after each key. */
  | { readonly type: 'waiting'; readonly leg: Leg; readonly waiting: LegWait }
  | { readonly type: 'key'; readonly leg: Leg; readonly key: string; readonly digits: string }
  /** Everything has been forgotten. */
  | { readonly type: 'reset' }
);

/** What the phones do when no person acts. Times in virtual milliseconds. */
export interface AutoAnswer {
  /** Ringing before they answer. */
  readonly after: number;
  /** What a phone that was called by `connect` talks before it hangs up. */
  readonly talksFor: number;
}

interface GivenActions {
  readonly actions: JsonValue;
  /** The stored flow that runs afterwards. */
  readonly onCompleteFlowId?: string | undefined;
}

/** How a number is called. */
export interface Dialling {
  /** Who calls; absent: any caller. */
  readonly from?: Address | undefined;
  /** What answers instead of the flow of the number: actions as `POST /flows` takes them, or a stored flow. */
  readonly answeredBy?: GivenActions | { readonly flowId: string } | undefined;
}

export type Dialled =
  | { readonly ok: true; readonly leg: Leg }
  /** One sentence. */
  | { readonly ok: false; readonly reason: string };

export type Texted =
  | { readonly ok: true; readonly activeflowId: string }
  /** One sentence. */
  | { readonly ok: false; readonly reason: string };

/** A number of the account, and the names of the flows that answer it; undefined where none does. */
export interface OwnNumber {
  readonly number: string;
  readonly name: string;
  readonly callFlow: string | undefined;
  readonly messageFlow: string | undefined;
}

/**
 * All the phones of the sandbox: those that VoIPbin rings, and the one from which its numbers are called.
 *
 * What acts (a view, a script) names a leg by its id. An act that is not possible now does nothing and gives false.
 */
export interface Phone {
  /** The legs that are not over, oldest first. */
  readonly legs: readonly Leg[];
  leg(id: string): Leg | undefined;
  /** Picks up; with `machine` it is an answering machine, which `amd` hears. */
  answer(id: string, by?: { readonly machine?: boolean }): boolean;
  /** While it rings: rejects the call. The caller learns `noanswer`. */
  decline(id: string): boolean;
  busy(id: string): boolean;
  /** While it rings: it was not answered, and the other side gave up. */
  noAnswer(id: string): boolean;
  /** Hangs up; while it rings the same as `decline`. */
  hangup(id: string): boolean;
  /** One of 0-9, A-D, * and #. */
  press(id: string, key: string): boolean;
  /** Ends what is waited for and has no end of its own: a file, a conference, an AI session. */
  endWait(id: string): boolean;
  /** Calls a number of the account, as a caller from outside. */
  dial(number: string, how?: Dialling): Dialled;
  /** Sends a text message to a number of the account; its message flow runs a moment later. */
  text(number: string, text: string, from?: Address): Texted;
  /** The numbers of the account, oldest first. */
  readonly numbers: readonly OwnNumber[];
  /** Calls the listener for everything that happens; what it returns ends that. */
  subscribe(listener: (event: PhoneEvent) => void): () => void;
  /** false: nothing happens by itself. It can be changed at any time and counts for what begins to ring then. */
  autoAnswer: AutoAnswer | false;
}
