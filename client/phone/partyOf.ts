import { findAddressType } from '../../flow';
import type { Party } from './phoneModel';

/** An address of VoIPbin. Each part may be missing. */
interface Address {
  readonly type?: string | undefined;
  readonly target?: string | undefined;
  readonly target_name?: string | undefined;
  readonly name?: string | undefined;
}

/** The party at an address. Some types of address keep the dialled value in `target_name`. */
export function partyOf({ type = '', target = '', target_name: number = '', name = '' }: Address): Party {
  const uses = findAddressType(type)?.uses ?? 'target';
  return { name, address: (uses === 'target_name' ? number : target) || target || number };
}
