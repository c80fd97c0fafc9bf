import { nilUuid } from '../../flow';
import type { Owned, Row } from './row';

/** A queue, as far as joining it needs. Source: bin-queue-manager/models/queue/webhook.go. */
export interface Queue extends Row {
  readonly name: string;
  readonly detail: string;
  readonly wait_flow_id: string;
  /** Milliseconds; 0: no limit. */
  readonly wait_timeout: number;
  readonly service_timeout: number;
  readonly routing_method: string;
  readonly tag_ids: readonly string[];
}

/** A conference, as far as joining it needs. Source: bin-conference-manager/models/conference/webhook.go. */
export interface Conference extends Row {
  readonly name: string;
  readonly pre_flow_id: string;
}

/** What a conference has before any call has joined. */
export const newConference = {
  type: '',
  status: 'progressing',
  name: '',
  detail: '',
  data: {},
  timeout: 0,
  pre_flow_id: nilUuid,
  post_flow_id: nilUuid,
  conferencecall_ids: [],
  recording_id: nilUuid,
  recording_ids: [],
  transcribe_id: nilUuid,
  transcribe_ids: [],
  direct_hash: '',
  tm_end: null,
} as const;

/** An extension, as far as calling it needs. Source: bin-registrar-manager/models/extension/webhook.go. */
export interface Extension extends Row {
  readonly extension: string;
  readonly name: string;
}

/** A recording. Source: bin-call-manager/models/recording/webhook.go. */
export interface Recording extends Row, Owned {
  readonly activeflow_id: string;
  readonly reference_type: 'call' | 'conference';
  readonly reference_id: string;
  status: 'recording' | 'ended';
  readonly format: string;
  readonly on_end_flow_id: string;
  readonly tm_start: string;
  tm_end: string | null;
}
