import { typesReachedBy } from '../../catalog/address';
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

/** The type of address that a target looks like, of those that the action reaches. */
export function guessAddressType(target: string, actionType?: string): string | undefined {
  const looks = looksLike(target);
  return typesReachedBy(actionType).find(({ type }) => looks.includes(type))?.type;
}

function looksLike(target: string): readonly string[] {
  if (normalizeNumber(target)) return ['tel'];
  if (target.includes('@')) return ['sip', 'email'];
  if (canonicalUuid(target) !== undefined) return ['agent'];
  return /^[0-9]{2,}$/.test(target) && target.length < numberDigits.min ? ['extension'] : [];
}
