import { canonicalUuid, type JsonObject } from '../../../flow';
import { type Core, update } from '../../core';
import { newRow } from '../../engine/newRow';
import { address } from '../../resources/address';
import type { Contact, ContactAddress } from '../../resources/contact';
import { invalid, notFound } from '../apiError';
import { member, objectsOf, readBody, textListOf, textMember } from '../body';
import type { ApiContext, App, Backend } from '../environment';
import { uuidOf } from '../readActions';
import { addCreation, addRows, type Listed, listedRow, showRow } from '../rows';

const texts = ['first_name', 'last_name', 'display_name', 'company', 'job_title', 'external_id'] as const;

/** Contacts. An update changes what is sent and nothing else. Source: bin-api-manager/server/contacts.go. */
export function addContacts(app: App, backend: Backend): void {
  const { core } = backend;
  const table = core.store.contacts;
  const listed: Listed<Contact> = { path: '/contacts', kind: 'contact', table };
  const changed = (context: ApiContext, contact: Contact, change: Partial<Contact>, code: 200 | 201 = 200) => {
    Object.assign(contact, change);
    update(core, 'contact', contact);
    return showRow(context, listed, contact, code);
  };

  app.get('/v1.0/contacts/lookup', (context) => {
    const [phone = '', email = ''] = [context.req.query('phone'), context.req.query('email')];
    if (phone === '' && email === '') throw invalid('INVALID_ARGUMENT', 'Neither `phone` nor `email` is given.');
    const contact = table
      .all()
      .find(({ addresses }) =>
        addresses.some(({ type, target }) => (type === 'tel' ? target === phone : target === email.toLowerCase())),
      );
    if (!contact) throw notFound('CONTACT_NOT_FOUND');
    return showRow(context, listed, contact);
  });
  addRows(app, backend, listed);

  const make = (body: JsonObject): Contact => {
    const row = newRow(core);
    const [first_name, last_name, display_name, company, job_title, external_id] = texts.map(
      (name) => textMember(body, name) ?? '',
    ) as [string, string, string, string, string, string];
    textMember(body, 'notes');
    return {
      ...row,
      ...{ first_name, last_name, display_name, company, job_title },
      source: textMember(body, 'source') ?? '',
      external_id,
      addresses: objectsOf(body, 'addresses').map((given) => readAddress(core, row.id, given)),
      tag_ids: (textListOf(body, 'tag_ids') ?? []).flatMap((id) => canonicalUuid(id) ?? []),
    };
  };
  addCreation(app, backend, listed, make, 201);
  app.put('/v1.0/contacts/:id', async (context) => {
    const contact = listedRow(context, listed);
    const body = await readBody(context);
    textMember(body, 'notes');
    const change = Object.fromEntries(texts.map((name) => [name, textMember(body, name) ?? contact[name]]));
    return changed(context, contact, change);
  });

  app.post('/v1.0/contacts/:id/addresses', async (context) => {
    const contact = listedRow(context, listed);
    const added = readAddress(core, contact.id, await readBody(context));
    return changed(context, contact, { addresses: [...contact.addresses, added] });
  });
  app.delete('/v1.0/contacts/:id/addresses/:address_id', (context) => {
    const contact = listedRow(context, listed);
    const left = contact.addresses.filter(({ id }) => id !== canonicalUuid(context.req.param('address_id')));
    if (left.length === contact.addresses.length) throw notFound('ADDRESS_NOT_FOUND');
    return changed(context, contact, { addresses: left });
  });
  app.post('/v1.0/contacts/:id/tags', async (context) => {
    const contact = listedRow(context, listed);
    const tag = uuidOf(await readBody(context), 'tag_id');
    return changed(context, contact, { tag_ids: [...new Set([...contact.tag_ids, tag])] }, 201);
  });
  app.delete('/v1.0/contacts/:id/tags/:tag_id', (context) => {
    const contact = listedRow(context, listed);
    const tag = canonicalUuid(context.req.param('tag_id'));
    return changed(context, contact, { tag_ids: contact.tag_ids.filter((id) => id !== tag) });
  });
}

/** Only numbers and mail addresses are taken. Source: bin-contact-manager/models/contact/address.go, the constants. */
function readAddress(core: Core, contactId: string, given: JsonObject): ContactAddress {
  const [type, target] = [textMember(given, 'type'), textMember(given, 'target') ?? ''];
  if (type !== 'tel' && type !== 'email') throw invalid('INVALID_ARGUMENT', '`type` is neither tel nor email.');
  const { id, customer_id, tm_create } = newRow(core);
  const named = { name: textMember(given, 'name'), detail: textMember(given, 'detail') };
  return {
    ...address({ type, target: type === 'email' ? target.toLowerCase() : target, ...named }),
    ...{ id, customer_id, contact_id: contactId, tm_create },
    is_primary: member(given, 'is_primary') === true,
  };
}
