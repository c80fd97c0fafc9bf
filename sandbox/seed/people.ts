import type { BillingAccount } from '../resources/billingAccount';
import type { Contact } from '../resources/contact';
import type { Tag } from '../resources/tag';
import { seedIds, seedRow, seedTime } from './seedIds';

export const tags: readonly Tag[] = [{ ...seedRow(seedIds.tag, 1101), name: 'Repairs', detail: 'Repairs bicycles.' }];

const contact = seedRow('d4e9a1c6-0b72-4f58-9c3d-7a85f6b2e101', 1111);

export const contacts: readonly Contact[] = [
  {
    ...contact,
    first_name: 'Ana',
    last_name: 'Costa',
    display_name: 'Ana Costa',
    company: '',
    job_title: '',
    source: 'manual',
    external_id: '',
    addresses: [
      {
        type: 'tel',
        target: '+15550101011',
        id: 'd4e9a1c6-0b72-4f58-9c3d-7a85f6b2e102',
        customer_id: seedIds.customer,
        contact_id: contact.id,
        is_primary: true,
        tm_create: seedTime(1112),
      },
    ],
    tag_ids: [],
  },
];

export const billingAccounts: readonly BillingAccount[] = [
  { ...seedRow(seedIds.billingAccount, 31), name: 'Harbour Bikes', detail: 'The sandbox never reduces it.' },
];
