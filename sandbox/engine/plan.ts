import { type AddressType, findAddressType } from '../../flow/catalog';
import { canonicalUuid } from '../../flow/model/uuid';
import { nilId } from '../../flow/simulator';
import type { Core } from '../core';
import type { Address } from '../resources/address';

/** A destination that can be dialled, before anything rings. */
export interface Plan {
  /** The id that the call, or the group call, will have. */
  readonly id: string;
  readonly destination: Address;
  /** What the called party is shown. */
  readonly source: Address;
  readonly ownerId: string;
  /** Where an agent or an extension can be reached; undefined when the destination is called itself. */
  readonly members: readonly Member[] | undefined;
}

export interface Member {
  readonly id: string;
  readonly destination: Address;
  readonly ownerId: string;
}

/** Why nothing rings. */
export type Refusal = 'unsupported' | 'nobody' | 'balance' | 'source' | 'crowded';

export const refusalTexts: Readonly<Record<Refusal, string>> = {
  unsupported: 'addresses of this type cannot be called',
  nobody: 'the address names nobody',
  balance: 'the balance does not suffice',
  source: 'the source is no active number of the account, and there is no default',
  crowded: 'too many calls are going on',
};

/** How many calls go on at a time at most: a flow that calls itself would never stop. */
const mostCalls = 200;

/** Whether and how a destination is dialled. Source: bin-call-manager/pkg/callhandler/outgoing_call.go. */
export function planDial(core: Core, source: Address, destination: Address): Plan | Refusal {
  const type = findAddressType(destination.type ?? '');
  if (!type?.dialable) return 'unsupported';
  if (core.store.calls.all().filter(({ status }) => status !== 'hangup').length >= mostCalls) return 'crowded';
  const base = { id: core.newId(), destination, source, ownerId: ownerOf(core, destination) };
  if (type.type === 'agent' || type.type === 'extension') return planGroup(core, base, type);
  const shown = sourceFor(core, source, destination);
  return typeof shown === 'string' ? shown : { ...base, source: shown, members: undefined };
}

function planGroup(core: Core, base: Omit<Plan, 'members'>, type: AddressType): Plan | Refusal {
  const reached = type.type === 'agent' ? reachAgent(core, base.destination) : reachExtension(base.destination);
  const members = reached.flatMap((destination): Member[] =>
    typeof sourceFor(core, base.source, destination) === 'string'
      ? []
      : [{ id: core.newId(), destination, ownerId: base.ownerId }],
  );
  return members.length === 0 ? 'nobody' : { ...base, members };
}

/** The addresses of an agent; one that the sandbox does not know has a phone all the same. */
function reachAgent({ store }: Core, { target = '', name }: Address): readonly Address[] {
  const id = canonicalUuid(target);
  if (id === undefined || id === nilId) return [];
  const agent = store.agents.get(id);
  if (!agent) return [{ type: 'sip', target: `${id}@localhost`, ...(name ? { name } : {}) }];
  return agent.addresses.flatMap((one) => (one.type === 'extension' ? reachExtension(one) : [one]));
}

/** The phone that is registered for an extension: in the sandbox there is one for each. Source: groupcallhandler/dial.go:178-215. */
function reachExtension({ target_name: number, name }: Address): readonly Address[] {
  if (!number) return [];
  return [{ type: 'sip', target: `${number}@localhost`, target_name: number, ...(name ? { name } : {}) }];
}

/** What a party sees as the caller, or why it cannot be called. Only calls into the telephone network are particular. */
function sourceFor({ store, account }: Core, source: Address, { type }: Address): Address | Refusal {
  if (type !== 'tel') return source;
  if (account.balance <= 0) return 'balance';
  const own = store.numbers.all().find(({ number }) => number === source.target);
  if (source.type === 'tel' && own?.status === 'active' && own.type === 'normal') return source;
  return account.defaultSource === '' ? 'source' : { type: 'tel', target: account.defaultSource };
}

/** The agent to whom an address belongs; nil when there is none. */
function ownerOf({ store }: Core, { type, target, target_name }: Address): string {
  const agents = store.agents.all();
  const agent =
    type === 'agent'
      ? agents.find(({ id }) => id === canonicalUuid(target ?? ''))
      : agents.find(({ addresses }) =>
          addresses.some((one) =>
            type === 'extension'
              ? one.type === type && one.target_name === target_name
              : one.type === type && one.target === target,
          ),
        );
  return agent?.id ?? nilId;
}
