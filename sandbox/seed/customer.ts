import type { AccountState } from '../resources/accountState';
import { seedIds, seedTime } from './seedIds';

/** When the account was frozen, if it is, and when it is going to be deleted: a month later. */
export const frozenAt = seedTime(2);
export const deletedAt = frozenAt.replace('-03-03', '-04-02');

/** The customer, as `GET /customer` shows it. Source: bin-customer-manager/models/customer/webhook.go. */
export const customer = ({ identityVerified, frozen }: AccountState) => ({
  id: seedIds.customer,
  name: 'Harbour Bikes',
  detail: 'The account of the local VoIPbin.',
  email: 'desk@harbourbikes.example',
  phone_number: '+15550101000',
  address: '',
  webhook_method: '',
  webhook_uri: '',
  billing_account_id: seedIds.billingAccount,
  metadata: { rtp_debug: false },
  email_verified: true,
  status: frozen ? 'frozen' : 'active',
  identity_verification_status: identityVerified ? 'verified' : 'none',
  tm_deletion_scheduled: frozen ? frozenAt : null,
  tm_create: seedTime(1),
  tm_update: null,
  tm_delete: null,
});
