import { type AddressKey, addressText } from '../../flow';
import type { Party } from './phoneModel';

/** The party at an address of VoIPbin. Each part may be missing. */
export const partyOf = (address: { readonly [key in AddressKey]?: string | undefined }): Party => ({
  name: address.name ?? '',
  address: addressText(address),
});
