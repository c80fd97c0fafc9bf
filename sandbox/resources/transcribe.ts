import type { Row } from './row';

/** A transcription. Source: bin-transcribe-manager/models/transcribe/webhook.go WebhookMessage. */
export interface Transcribe extends Row {
  readonly activeflow_id: string;
  readonly on_end_flow_id: string;
  readonly reference_type: 'call' | 'recording';
  readonly reference_id: string;
  status: 'progressing' | 'done';
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'both' | 'in' | 'out';
}

/** What stands for no language and for one that cannot be read. Source: bin-transcribe-manager/pkg/transcribehandler/main.go getBCP47LanguageCode. */
export const defaultLanguage = 'en-US';

/** Whatever is not a direction means both. Source: bin-transcribe-manager/models/transcribe/transcribe.go Normalize. */
export const directionOf = (text: string): Transcribe['direction'] => (text === 'in' || text === 'out' ? text : 'both');
