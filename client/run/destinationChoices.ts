import { own } from '../../flow';
import { ApiError } from '../api/apiError';
import type { AddressBody } from '../api/bodies';
import { readAll } from '../api/pages';
import type { VoipbinApi } from '../api/voipbinApi';
import type { PickChoice } from '../questions/ui';
import { addressKey, describeAddress, readDestination } from './destination';

const maxListed = 200;

/** Who can be called: those called lately first, then the account's extensions and agents. A list that cannot be read says so. */
export async function destinationChoices(
  api: VoipbinApi,
  recent: readonly AddressBody[],
): Promise<readonly PickChoice<AddressBody>[]> {
  const [extensions, agents] = await Promise.all([
    listed('extensions', async () => {
      const { entries } = await readAll(api.listExtensions, { cap: maxListed });
      return entries.map(({ extension, name }) =>
        choice('device-mobile', 'Extensions', extensionAddress(extension, name)),
      );
    }),
    listed('agents', async () => {
      const { entries } = await readAll(api.listAgents, { cap: maxListed });
      return entries.map(({ id, name, username, status }) => {
        const address = { type: 'agent', target: id, name: name || username || id };
        const shown = choice('person', 'Agents', address);
        return status ? { ...shown, description: `${kindOf(address)}, ${status}` } : shown;
      });
    }),
  ]);
  const known = new Set(recent.map(addressKey));
  return [
    ...recent.map((address) => choice('history', 'Recent', address)),
    ...[...extensions, ...agents].filter(({ pick }) => !pick || !known.has(addressKey(pick.value))),
  ];
}

/** What the typed text may mean; a problem stands there as an entry that cannot be chosen. */
export function typedDestinations(text: string): readonly PickChoice<AddressBody>[] {
  return readDestination(text).map((read) =>
    'problem' in read
      ? { icon: 'info', label: read.problem, pick: undefined }
      : {
          icon: 'call-outgoing',
          label: `Call ${describeAddress(read.address)}`,
          description: kindOf(read.address),
          pick: { value: read.address },
        },
  );
}

const kinds: Readonly<Record<string, string>> = {
  tel: 'telephone number',
  sip: 'SIP address',
  extension: 'extension of the account',
  agent: 'agent of the account',
};
const kindOf = ({ type }: AddressBody) => own(kinds, type) ?? type;

function extensionAddress(extension: string, name: string | undefined): AddressBody {
  return { type: 'extension', target_name: extension, ...(name ? { name } : {}) };
}

function choice(icon: string, group: string, address: AddressBody): PickChoice<AddressBody> {
  return { icon, label: describeAddress(address), description: kindOf(address), group, pick: { value: address } };
}

async function listed(
  what: string,
  read: () => Promise<readonly PickChoice<AddressBody>[]>,
): Promise<readonly PickChoice<AddressBody>[]> {
  try {
    return await read();
  } catch (error) {
    // A number can be typed all the same.
    if (!(error instanceof ApiError)) throw error;
    return [{ icon: 'warning', label: `Cannot list the ${what}.`, detail: error.message, pick: undefined }];
  }
}
