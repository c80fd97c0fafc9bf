import { type AddressKey, addressKeys } from '../../flow';

/** A party, as the API has it: members that are empty are left out. Source: bin-common-handler/models/address/main.go. */
export type Address = { readonly [key in AddressKey]?: string };

/** An address without its empty members, and without everything else. */
export function address(value: { readonly [key: string]: unknown }): Address {
  const members = addressKeys.flatMap((key) => {
    const member = value[key];
    return typeof member === 'string' && member !== '' ? [[key, member] as const] : [];
  });
  return Object.fromEntries(members);
}
