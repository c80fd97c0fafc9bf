import type { Address } from './address';
import type { Row } from './row';

/** A person whom the customer knows. Source: bin-contact-manager/models/contact/webhook.go WebhookMessage. */
export interface Contact extends Row {
  first_name: string;
  last_name: string;
  display_name: string;
  company: string;
  job_title: string;
  readonly source: string;
  external_id: string;
  addresses: readonly ContactAddress[];
  tag_ids: readonly string[];
}

/** Source: bin-contact-manager/models/contact/address.go Address. */
export interface ContactAddress extends Address {
  readonly id: string;
  readonly customer_id: string;
  readonly contact_id: string;
  readonly is_primary: boolean;
  readonly tm_create: string | null;
}
