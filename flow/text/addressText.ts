import { type AddressKey, dialledOf } from '../catalog/address';

/** What is dialled at an address, or else what comes nearest to that; empty for an address without any. */
export const addressText = (address: { readonly [key in AddressKey]?: unknown }): string =>
  dialledOf(address) || textIn(address.target) || textIn(address.target_name);

const textIn = (value: unknown) => (typeof value === 'string' ? value : '');
