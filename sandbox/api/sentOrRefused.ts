import { type SendRefusal, sendRefusalTexts } from '../engine/sending';
import { denied, internal, noBalance } from './apiError';

/** What was sent; throws the answer that says why nothing was. */
export function sentOrRefused<T extends object>(sent: T | SendRefusal): T {
  if (typeof sent !== 'string') return sent;
  if (sent === 'balance') throw noBalance();
  if (sent === 'identity')
    throw denied('IDENTITY_VERIFICATION_REQUIRED', `Nothing is sent: ${sendRefusalTexts[sent]}.`);
  // The email manager gives this error no type, and the API answers those with 500.
  throw internal();
}
