import type { QuirkSwitches, Semantics, WorldScript } from '../flow';
import type { VirtualClock } from './clock/virtualClock';
import type { AccountState } from './resources/accountState';
import type { Row } from './resources/row';
import type { Store } from './store/store';
import type { Timeline } from './store/timeline';

/** Which meaning the flows have that the sandbox runs. */
export interface FlowMeaning {
  semantics: Semantics;
  quirks: Partial<QuirkSwitches>;
  /** What happens outside them, where it is not the sandbox that decides. */
  world?: WorldScript | undefined;
}

/** What every part of the sandbox works with. */
export interface Core {
  readonly store: Store;
  readonly account: AccountState;
  readonly timeline: Timeline;
  readonly clock: VirtualClock;
  readonly meaning: FlowMeaning;
  /** A new UUID. */
  newId(): string;
  /** The time now as resources have it, later than any before. */
  stamp(): string;
  /** Tells those who listen to the event stream about a resource; `kind` is its name in topics, `event` what happened to it. */
  publish(kind: ResourceKind, row: Row, event: string): void;
  /** Hides the secrets in a text. */
  mask(text: string): string;
  /** One line for people; secrets are masked. */
  log(text: string): void;
  /** Something that is saved has changed. */
  changed(): void;
}

/** Who asks, or listens. */
export interface Identity {
  readonly customerId: string;
  /** Nil for an access key. */
  readonly agentId: string;
  /** May do what customer admins and managers may. */
  readonly isManager: boolean;
}

/** Names of resources in topics. */
export type ResourceKind =
  | 'call'
  | 'groupcall'
  | 'activeflow'
  | 'recording'
  | 'number'
  | 'message'
  | 'email'
  | 'transcribe'
  | 'tag'
  | 'contact'
  | 'campaign'
  | 'extension'
  | 'conference'
  | 'ai';

/** The row has just been made: those who listen are told. Nothing has changed in it yet, so it has no time of that. */
export function announce(core: Core, kind: ResourceKind, row: Row, event = 'created'): void {
  core.publish(kind, row, event);
  core.changed();
}

/** The row has changed: it gets the time, and those who listen are told; `event` is the second word of what VoIPbin calls the change. */
export function update(core: Core, kind: ResourceKind, row: Row, event = 'updated'): void {
  touch(core, row);
  core.publish(kind, row, event);
}

/** The row has changed in a way for which VoIPbin sends no event. */
export function touch(core: Core, row: Row): void {
  row.tm_update = core.stamp();
  core.changed();
}
