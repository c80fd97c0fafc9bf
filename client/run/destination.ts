import {
  addressText,
  bareNumber,
  canonicalUuid,
  dialledOf,
  findAddressType,
  numberDigits,
  numberFault,
  shorten,
  withoutSeparators,
} from '../../flow';
import type { AddressBody, FoundAddress } from '../api/bodies';

/** An address that was typed, as far as it is understood; or what is wrong with it, as a sentence. */
export type ReadDestination = { readonly address: AddressBody } | { readonly problem: string };

/** Everything that a typed text may mean as the destination of a call, the likeliest first; empty for no text. */
export function readDestination(text: string): readonly ReadDestination[] {
  const typed = text.trim();
  const read = readAddress(typed);
  if (typed === '' || read.length > 0) return read;
  return [
    {
      problem: `"${typed}" cannot be called. Type a number such as +15550100001, an extension, or a SIP address such as name@sip.example.com.`,
    },
  ];
}

/**
 * Everything that a typed text may mean as one side of a call, the likeliest first; empty where it is no address at all.
 *
 * Telephone numbers are taken with the spaces, brackets, hyphens and slashes that people write, and are given without them.
 */
export function readAddress(text: string): readonly ReadDestination[] {
  const typed = text.trim();
  if (typed === '') return [];
  if (typed.startsWith('+')) return [readNumber(typed)];
  const sip = typed.replace(/^sips?:/i, '');
  if (sip.includes('@') || sip !== typed) return [readSip(sip)];
  const id = canonicalUuid(typed);
  if (id !== undefined) return [{ address: { type: 'agent', target: id } }];
  const digits = withoutSeparators(typed);
  if (/^\d+$/.test(digits)) {
    const extension = { address: { type: 'extension', target_name: digits } };
    if (digits.length < numberDigits.min) return [extension];
    return [{ problem: `Start a telephone number with + and the country code: +${digits}?` }, extension];
  }
  if (/^[\w.-]+$/.test(typed)) return [{ address: { type: 'extension', target_name: typed } }];
  return [];
}

function readNumber(typed: string): ReadDestination {
  const target = bareNumber(typed);
  const problem = numberFault(target);
  return problem === undefined ? { address: { type: 'tel', target } } : { problem };
}

function readSip(typed: string): ReadDestination {
  if (findAddressType('sip')?.pattern?.test(typed)) return { address: { type: 'sip', target: typed } };
  return { problem: 'A SIP address has a name and a domain, such as name@sip.example.com.' };
}

/** The most of a name and of what is dialled that is said, so that a long name never hides the number. In UTF-16 code units. */
const maxNameLength = 40;
const maxDialedLength = 80;

/** An address as people name it: what is dialled, and the name in front of it where there is one. */
export function describeAddress(address: FoundAddress): string {
  const { type, name } = address;
  const dialed = addressText(address);
  const told = type === 'extension' ? `extension ${dialed}` : type === 'agent' && name ? 'agent' : dialed;
  const known = shorten(name ?? '', maxNameLength);
  if (told === '') return known || 'unknown';
  const number = shorten(told, maxDialedLength);
  return known && name !== dialed ? `${known} (${number})` : number;
}

/** The same in as few words as tell it from others. */
export function shortAddress(address: FoundAddress): string {
  return shorten(address.name ?? '', maxNameLength) || describeAddress(address);
}

/** Whether a call to it goes over the telephone network, which costs money and needs a number of the account; `sometimes` of an agent. */
export const telephoneOf = ({ type }: FoundAddress) => findAddressType(type ?? '')?.telephone;

export const isTelephone = (address: FoundAddress): boolean => telephoneOf(address) === 'always';

/** The same text for the same address, whatever names it has. */
export const addressKey = (address: FoundAddress): string => JSON.stringify([address.type, dialledOf(address)]);
