import type { Address } from './address';
import type { Owned, Row } from './row';

/** Calls that ring together for one agent or extension. Source: bin-call-manager/models/groupcall/webhook.go. */
export interface Groupcall extends Row, Owned {
  status: 'progressing' | 'hangingup' | 'hangup';
  readonly flow_id: string;
  readonly source: Address;
  readonly destinations: readonly Address[];
  readonly master_call_id: string;
  readonly master_groupcall_id: string;
  readonly ring_method: 'ring_all';
  readonly answer_method: 'hangup_others';
  answer_call_id: string;
  readonly call_ids: readonly string[];
  readonly answer_groupcall_id: string;
  readonly groupcall_ids: readonly string[];
  /** Calls that are not over. */
  call_count: number;
  readonly groupcall_count: number;
}
