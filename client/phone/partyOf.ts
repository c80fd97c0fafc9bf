import { addressText } from '../../flow';
import type { FoundAddress } from '../api/bodies';
import type { Party } from './phoneModel';

/** The party at an address of VoIPbin. */
export const partyOf = (address: FoundAddress): Party => ({ name: address.name ?? '', address: addressText(address) });
