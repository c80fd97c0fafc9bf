import { type AddressType, canonicalUuid, dialledOf, findAddressType, givenId, nilUuid } from '../../flow';
import type { Core } from '../core';
import type { Address } from '../resources/address';
import { countryOf } from './countryOf';
import { ownNumber } from './ownNumber';

/** A destination that can be dialled, before anything rings. */
export interface DialPlan extends DialMember {
  /** What the called party is shown. */
  readonly source: Address;
}

/** Something that rings: a call, or a group call with what rings in it. */
export interface DialMember {
  /** The id of the future call or group call. */
  readonly id: string;
  readonly destination: Address;
  readonly ownerId: string;
  /** The source that its called party sees, if it is not the source of the group. */
  readonly source?: Address;
  /** Where an agent or an extension can be reached; undefined when the destination is called itself. */
  readonly members: readonly DialMember[] | undefined;
}

/** Why nothing rings. */
export type DialRefusal = 'unsupported' | 'unreachable' | 'country' | 'whitelist' | 'balance' | 'source' | 'crowded';

export const refusalTexts: Readonly<Record<DialRefusal, string>> = {
  unsupported: 'addresses of this type cannot be called',
  unreachable: 'the address is empty, or no phone has it',
  country: 'the number does not begin with + and a country code',
  whitelist: 'the outbound configuration does not allow the country',
  balance: 'the balance is too low',
  source: 'the source is not an active number of the account, and there is no default',
  crowded: 'too many calls are in progress',
};

/** The most calls at a time: a flow that calls itself would never stop. */
const maxCalls = 200;

/**
 * Whether and how a destination is dialled. `strangers` says what happens to agents and extensions that the account does not have. VoIPbin
 * refuses them. Here a flow that was written for another account may ring them, so that it can be tried.
 *
 * Source: bin-call-manager/pkg/callhandler/outgoing_call.go CreateCallsOutgoing.
 */
export function planDial(
  core: Core,
  source: Address,
  destination: Address,
  strangers: 'ring' | 'refused',
): DialPlan | DialRefusal {
  const type = findAddressType(destination.type ?? '');
  if (!type?.dialable) return 'unsupported';
  if (core.store.calls.all().filter(({ status }) => status !== 'hangup').length >= maxCalls) return 'crowded';
  const base = { id: core.newId(), destination, source, ownerId: ownerOf(core, destination) };
  if (type.group) return planGroup(core, base, type, strangers);
  const shown = sourceFor(core, source, destination);
  return typeof shown === 'string' ? shown : { ...base, source: shown, members: undefined };
}

/** The same; of a destination that is not dialled the log says why. */
export function planOrLog(core: Core, source: Address, destination: Address): DialPlan | undefined {
  const plan = planDial(core, source, destination, 'refused');
  if (typeof plan !== 'string') return plan;
  core.log(`a destination is left out: ${refusalTexts[plan]}`);
  return undefined;
}

function planGroup(
  core: Core,
  base: Omit<DialPlan, 'members'>,
  type: AddressType,
  strangers: 'ring' | 'refused',
): DialPlan | DialRefusal {
  const members =
    type.type === 'agent'
      ? reachAgent(core, base, strangers)
      : reachExtension(core, base.destination, base.ownerId, strangers);
  return members.length === 0 ? 'unreachable' : { ...base, members };
}

/**
 * The addresses of an agent. An extension among them is a group call in the group call.
 *
 * Source: bin-call-manager/pkg/groupcallhandler/start.go startRingall, dial.go.
 */
function reachAgent(
  core: Core,
  { source, destination: { target = '', name }, ownerId }: Omit<DialPlan, 'members'>,
  strangers: 'ring' | 'refused',
): readonly DialMember[] {
  const id = givenId(target);
  if (id === undefined) return [];
  const agent = core.store.agents.get(id);
  if (!agent) return strangers === 'ring' ? [phoneAt(core, `${id}@localhost`, ownerId, name ? { name } : {})] : [];
  return agent.addresses.flatMap((destination): readonly DialMember[] => {
    if (destination.type === 'extension') {
      const members = reachExtension(core, destination, ownerId, 'refused');
      return members.length === 0 ? [] : [{ id: core.newId(), destination, ownerId, members }];
    }
    if (typeof sourceFor(core, source, destination) === 'string') return [];
    return [{ id: core.newId(), destination, ownerId, members: undefined }];
  });
}

/** The phone that is registered for an extension; here each extension of the account has one. Source: groupcallhandler/dial.go:178-215. */
function reachExtension(
  core: Core,
  { target_name: number, name }: Address,
  ownerId: string,
  strangers: 'ring' | 'refused',
): readonly DialMember[] {
  if (!number) return [];
  const isRegistered = core.store.extensions.all().some(({ extension }) => extension === number);
  if (!isRegistered && strangers === 'refused') return [];
  return [phoneAt(core, `${number}@localhost`, ownerId, { target_name: number, ...(name ? { name } : {}) })];
}

const phoneAt = (core: Core, target: string, ownerId: string, more: Address): DialMember => ({
  id: core.newId(),
  destination: { type: 'sip', target, ...more },
  ownerId,
  members: undefined,
});

/** What a party sees as the caller, or why it cannot be called. Only calls to the telephone network have rules. */
function sourceFor({ store, account }: Core, source: Address, { type, target = '' }: Address): Address | DialRefusal {
  if (type === 'sip' && target === '') return 'unreachable';
  if (type !== 'tel') return source;
  if (account.balance <= 0) return 'balance';
  // Source: bin-call-manager/pkg/callhandler/validate.go:215-221 ValidateDestination.
  const country = countryOf(target);
  if (country === undefined) return 'country';
  const [config] = store.outboundConfigs.all();
  if (!config?.destination_whitelist.some((entry) => entry.trim().toLowerCase() === country)) return 'whitelist';
  const own = ownNumber(store, source.target);
  if (source.type === 'tel' && own?.status === 'active' && own.type === 'normal') return source;
  return account.defaultSource === '' ? 'source' : { type: 'tel', target: account.defaultSource };
}

/** The agent to whom an address belongs; nil when there is none. */
function ownerOf({ store }: Core, address: Address): string {
  const { type, target = '' } = address;
  const agents = store.agents.all();
  const agent =
    type === 'agent'
      ? agents.find(({ id }) => id === canonicalUuid(target))
      : agents.find(({ addresses }) =>
          addresses.some((own) => own.type === type && dialledOf(own) === dialledOf(address)),
        );
  return agent?.id ?? nilUuid;
}
