import type { WaitQuestion } from '../../flow/simulator';
import type { Call } from '../resources/call';
import type { Groupcall } from '../resources/groupcall';
import type { LiveRun } from './liveRun';

/** A call that is not over. */
export interface LiveCall {
  readonly call: Call;
  /** `flow`: it runs a flow. `connected`: it was dialled to join another call. */
  readonly role: 'flow' | 'connected';
  /** Its flow; for `connected` the one that dialled it. */
  readonly run: LiveRun;
  readonly group: LiveGroup | undefined;
  /** What whoever dialled it does when it changes; for `connected` only. */
  readonly tell: LegListener | undefined;
  /** A machine picked up. */
  isMachine: boolean;
  /** Who ended it and why, when that is known before the flow ends. */
  hangup: Hangup | undefined;
  /** What the person on it hears, and what is waited for. */
  saying: Saying | undefined;
  waiting: WaitQuestion | undefined;
  digits: string;
  /** Takes back the timers that belong to its ringing. */
  stopRinging: () => void;
}

export interface Hangup {
  readonly by: 'remote' | 'local';
  /** As in `hangup_reason`. */
  readonly reason: string;
}

export interface Saying {
  readonly text?: string;
  readonly language?: string;
  readonly urls?: readonly string[];
}

/** What becomes of something that was dialled: of one call, or of all of a group together. */
export interface LegListener {
  answered(): void;
  over(reason: string): void;
}

/** Calls and group calls that ring together; the first that answers ends the others. */
export interface LiveGroup {
  readonly groupcall: Groupcall;
  readonly members: LiveCall[];
  readonly groups: LiveGroup[];
  /** The group call that it is part of. */
  readonly parent: LiveGroup | undefined;
  /** Only the outermost group tells. */
  readonly tell: LegListener | undefined;
  /** The first call that was answered, in it or in a group call of it; the outermost group knows. */
  answered: LiveCall | undefined;
}
