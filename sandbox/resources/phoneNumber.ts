import type { Row } from './row';

/** A number of the account. Source: bin-number-manager/models/number/webhook.go. */
export interface PhoneNumber extends Row {
  readonly number: string;
  readonly type: 'normal' | 'virtual';
  call_flow_id: string;
  message_flow_id: string;
  readonly name: string;
  readonly detail: string;
  readonly status: 'active' | 'deleted';
  readonly t38_enabled: boolean;
  readonly emergency_enabled: boolean;
  readonly metadata: { readonly rtp_debug: boolean };
  readonly tm_purchase: string;
  readonly tm_renew: string;
}
