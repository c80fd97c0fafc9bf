import { numberDigits } from '../../catalog/telephoneNumber';
import { canonicalUuid } from '../../model/uuid';
import { normalizeNumber } from './normalizeNumber';

/** The address that a bare text most likely stands for; undefined where it could be several. */
export function guessAddress(text: string, actionType?: string): Record<string, string> | undefined {
  const type = guessAddressType(text, actionType);
  if (type === 'extension') return { type, target_name: text };
  if (type === 'tel') return { type, target: normalizeNumber(text) ?? text };
  return type === undefined ? undefined : { type, target: text.replace(/^sips?:/i, '') };
}

/** The type of address that a target looks like. */
export function guessAddressType(target: string, actionType?: string): string | undefined {
  if (normalizeNumber(target)) return 'tel';
  if (target.includes('@')) return actionType === 'email_send' ? 'email' : 'sip';
  if (actionType === 'email_send' || actionType === 'message_send') return undefined;
  if (canonicalUuid(target) !== undefined) return 'agent';
  return /^[0-9]{2,}$/.test(target) && target.length < numberDigits.min ? 'extension' : undefined;
}
