import { type Accesskey, newAccesskeyToken } from '../resources/accesskey';
import { seedIds, seedRow } from './seedIds';

/** The access key that is always there. */
export const readyAccesskey = (random: () => number): Accesskey => ({
  ...seedRow(seedIds.accesskey, 11),
  name: 'sandbox',
  detail: 'Always there.',
  token: newAccesskeyToken(random),
  tm_expire: null,
});
