import type { PhoneNumber } from './resources';

/**
 * Whether a number can be the source of a call to a telephone: it is active and not virtual.
 *
 * Older servers do not say the type; virtual numbers begin with +899. Source: bin-number-manager/models/number.
 */
export function canDialOut({ number, status, type }: PhoneNumber): boolean {
  return status === 'active' && (type === undefined ? !number.startsWith('+899') : type === 'normal');
}
