import type { HappeningAnswer, WaitQuestion } from '../../flow';
import type { Call } from '../resources/call';
import type { Groupcall } from '../resources/groupcall';

/** A call that is not over, and what can happen to it. */
export interface OngoingCall extends Purpose {
  /** The call as the API shows it. */
  readonly row: Call;
  readonly group: OngoingGroup | undefined;
  /** A machine picked up. */
  readonly isMachine: boolean;
  /** Who ended it and why, once that is known: it may be before the flow ends. */
  hangup: Hangup | undefined;
  /** What the person on it hears, and what the flow waits for. */
  saying: Saying | undefined;
  waiting: WaitQuestion | undefined;
  digits: string;

  /** Dials: the phone of the called party rings a moment later. */
  ring(): void;
  /** The called party picks up. */
  answer(isMachine: boolean): void;
  /** The called party does not answer: it declines, is busy, or lets it ring. `reason` as in `hangup_reason`. */
  fail(reason: string): void;
  /** The person on the phone (`remote`) or VoIPbin (`local`, the default) hangs up. Its flow ends. */
  hangUp(hangup?: Hangup): void;
  /** Hangs up as `POST /calls/{id}/hangup` does: it is over a moment later. */
  hangUpSoon(): void;
  /** Something that the person on it does reaches its flow. */
  deliver(happening: HappeningAnswer): void;

  /** It counts as answered. The calls that ring with it end. */
  progress(): void;
  /** It is over. `hangUp` ends its flow, and the flow ends it. */
  end(hangup: Hangup): void;
}

export interface Hangup {
  readonly by: 'remote' | 'local';
  /** As in `hangup_reason`. */
  readonly reason: string;
  /** For `local`: its flow did, by an action. */
  readonly byFlow?: boolean;
}

export interface Saying {
  readonly text?: string;
  readonly language?: string;
  readonly urls?: readonly string[];
}

/** What a call is for. */
interface Purpose {
  /** `flow`: it runs a flow. `connected`: it was dialled to join another call. */
  readonly role: 'flow' | 'connected';
  /** The activeflow of its flow; for `connected` of the one that dialled it. */
  readonly activeflowId: string;
}

/** The flow that a call runs, or the call that it joins. It gets everything that happens to the call, and acts on it. */
export interface CallOwner extends Purpose {
  /** The call is known from now on. */
  placed(call: OngoingCall): void;
  rings(call: OngoingCall): void;
  pickedUp(call: OngoingCall): void;
  failed(call: OngoingCall, hangup: Hangup): void;
  hungUp(call: OngoingCall, hangup: Hangup): void;
  over(call: OngoingCall): void;
  happens(happening: HappeningAnswer): void;
}

/** Whose `connect` or `call` has dialled gets what happens to it: to one call, or to a group as a whole. */
export interface DialListener {
  ringing?(): void;
  answered(): void;
  over(reason: string): void;
}

/** Calls and group calls that ring together or one after another. */
export interface OngoingGroup {
  readonly groupcall: Groupcall;
  readonly members: OngoingCall[];
  readonly groups: OngoingGroup[];
  /** The group call that it is part of. */
  readonly parent: OngoingGroup | undefined;
  /** Only the outermost group has one. */
  readonly listener: DialListener | undefined;
  /** The first call that was answered, in it or in a group call within it; only the outermost group has it. */
  answered: OngoingCall | undefined;
  /** Dials the next destination, if they ring one after another. False: none is left. */
  readonly dialNext: (() => boolean) | undefined;
}
