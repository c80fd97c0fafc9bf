import * as z from 'zod';
import type { Answers } from './answers';
import { exactly, identity, page, someOf, someText, text, time, timeOrNull, uuid } from './parts';

/** Source: bin-contact-manager/models/contact/address.go, Address, which holds an address of bin-common-handler. */
const address = exactly({
  ...identity,
  contact_id: uuid,
  type: z.enum(['tel', 'email']),
  target: someText,
  target_name: someText,
  name: someText,
  detail: someText,
  is_primary: z.boolean(),
  tm_create: timeOrNull,
});

/** Source: bin-contact-manager/models/contact/webhook.go, WebhookMessage. */
const contact = exactly({
  ...identity,
  first_name: text,
  last_name: text,
  display_name: text,
  company: text,
  job_title: text,
  source: text,
  external_id: text,
  addresses: someOf(address),
  tag_ids: someOf(uuid),
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

export const contacts: Answers = {
  rest: {
    'GET /contacts': page(contact),
    'GET /contacts/lookup': contact,
    'GET /contacts/{id}': contact,
    'POST /contacts': contact,
    'PUT /contacts/{id}': contact,
    'DELETE /contacts/{id}': contact,
    'POST /contacts/{id}/addresses': contact,
    'DELETE /contacts/{id}/addresses/{id}': contact,
    'POST /contacts/{id}/tags': contact,
    'DELETE /contacts/{id}/tags/{id}': contact,
  },
  // Source: bin-api-manager/server/contacts.go PostContacts, PostContactsIdTags.
  made: ['POST /contacts', 'POST /contacts/{id}/tags'],
  events: [contact],
};
