import { nilUuid } from '../../flow';
import { type Action, startAction } from './action';
import type { Address } from './address';
import type { Owned, Row } from './row';

export type CallStatus = 'dialing' | 'ringing' | 'progressing' | 'terminating' | 'canceling' | 'hangup';

/** A call. Source: bin-call-manager/models/call/webhook.go. */
export interface Call extends Row, Owned {
  readonly flow_id: string;
  readonly activeflow_id: string;
  readonly type: 'flow';
  readonly master_call_id: string;
  chained_call_ids: readonly string[];
  recording_id: string;
  recording_ids: readonly string[];
  /** Nil for every caller: VoIPbin does not copy it. Source: ConvertWebhookMessage. */
  readonly groupcall_id: typeof nilUuid;
  readonly source: Address;
  readonly destination: Address;
  status: CallStatus;
  action: Action;
  readonly metadata: Readonly<Record<string, never>>;
  readonly direction: 'incoming' | 'outgoing';
  /** `both`, `in`, `out`, or empty: whose sound does not get through. */
  mute_direction: string;
  hangup_by: '' | 'remote' | 'local';
  hangup_reason: string;
  tm_progressing: string | null;
  tm_ringing: string | null;
  tm_hangup: string | null;
}

/** A call that has just been made. */
export function newCall(
  row: Row,
  rest: Pick<Call, 'flow_id' | 'activeflow_id' | 'source' | 'destination' | 'direction'> & Partial<Call>,
): Call {
  return {
    ...row,
    owner_type: '',
    owner_id: nilUuid,
    type: 'flow',
    master_call_id: nilUuid,
    chained_call_ids: [],
    recording_id: nilUuid,
    recording_ids: [],
    groupcall_id: nilUuid,
    status: 'dialing',
    action: startAction,
    metadata: {},
    mute_direction: '',
    hangup_by: '',
    hangup_reason: '',
    tm_progressing: null,
    tm_ringing: null,
    tm_hangup: null,
    ...rest,
  };
}

/** Nothing can happen to it any more, or hanging up has begun. */
export const isEnding = ({ status }: Call): boolean =>
  status === 'terminating' || status === 'canceling' || status === 'hangup';

/** Whether the called party can still answer. */
export const isUnanswered = ({ direction, status }: Call): boolean =>
  direction === 'outgoing' && (status === 'dialing' || status === 'ringing');
