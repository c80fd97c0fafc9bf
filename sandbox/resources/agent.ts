import type { Address } from './address';
import type { Row } from './row';

/** Bits of `permission`. Source: bin-agent-manager/models/agent/agent.go. */
export const permissions = { agent: 0x10, admin: 0x20, manager: 0x40 } as const;

/** An agent: a person who can sign in and be called. Source: bin-agent-manager/models/agent/webhook.go. */
export interface Agent extends Row {
  readonly username: string;
  readonly name: string;
  readonly detail: string;
  readonly ring_method: 'ringall';
  readonly status: 'available' | 'away' | 'busy' | 'offline' | 'ringing';
  readonly permission: number;
  readonly tag_ids: readonly string[];
  readonly addresses: readonly Address[];
  /** By which it is reached from outside; empty when it is not. */
  readonly direct_hash: string;
}
