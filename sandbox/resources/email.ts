import type { Address } from './address';
import type { Row } from './row';

/** A mail. Source: bin-email-manager/models/email/webhook.go WebhookMessage. */
export interface Email extends Row {
  readonly source: Address;
  readonly destinations: readonly Address[];
  /** `initiated` as long as no provider has taken it, and in the sandbox there is none. */
  readonly status: 'initiated';
  readonly subject: string;
  readonly content: string;
  readonly attachments: readonly EmailAttachment[];
}

/** Source: bin-email-manager/models/email/main.go Attachment. */
export interface EmailAttachment {
  readonly reference_type: string;
  readonly reference_id: string;
}

/** Who sends the mails of the platform. Source: bin-email-manager/pkg/emailhandler/main.go defaultSource. */
export const emailSource: Address = { type: 'email', target: 'service@voipbin.net', target_name: 'voipbin service' };
