import { nilUuid } from '../../flow';
import type { Address } from './address';
import type { Owned, Row } from './row';

/** Calls, and group calls, that ring together or one after another. Source: bin-call-manager/models/groupcall/webhook.go. */
export interface Groupcall extends Row, Owned {
  status: 'progressing' | 'hangingup' | 'hangup';
  readonly flow_id: string;
  readonly source: Address;
  readonly destinations: readonly Address[];
  readonly master_call_id: string;
  readonly master_groupcall_id: string;
  readonly ring_method: 'ring_all' | 'linear';
  /** `""`: who answers later talks, too. */
  readonly answer_method: 'hangup_others' | '';
  answer_call_id: string;
  call_ids: readonly string[];
  readonly answer_groupcall_id: string;
  groupcall_ids: readonly string[];
  /** Calls that are not over. */
  call_count: number;
  /** Group calls in it that are not over. */
  groupcall_count: number;
  /** Where the destination that rings stands in `destinations`. Stays 0 when all ring together. */
  dial_index: number;
}

/** A group call that has just been made. */
export function newGroupcall(
  row: Row,
  rest: Omit<
    Groupcall,
    keyof Row | 'status' | 'answer_call_id' | 'answer_groupcall_id' | 'call_count' | 'groupcall_count'
  >,
): Groupcall {
  return {
    ...row,
    status: 'progressing',
    answer_call_id: nilUuid,
    answer_groupcall_id: nilUuid,
    call_count: rest.call_ids.length,
    groupcall_count: rest.groupcall_ids.length,
    ...rest,
  };
}
