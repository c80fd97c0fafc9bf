import type { Address } from './address';
import type { Row } from './row';

/** A text message. Source: bin-message-manager/models/message/webhook.go WebhookMessage. */
export interface Message extends Row {
  readonly type: 'sms';
  /** null when a flow names none. */
  readonly source: Address | null;
  readonly targets: readonly MessageTarget[];
  readonly text: string;
  readonly direction: 'inbound' | 'outbound';
}

/** Source: bin-message-manager/models/target/target.go. */
interface MessageTarget {
  readonly destination: Address;
  /** `queued` as long as no provider has taken it, and in the sandbox there is none. */
  readonly status: 'queued' | 'received';
  readonly parts: number;
  readonly tm_update: string | null;
}
