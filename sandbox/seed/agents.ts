import { type Agent, permissions } from '../resources/agent';
import type { ListedRow } from '../resources/row';
import type { Extension } from '../resources/services';
import { seedIds, seedRow } from './seedIds';

const agent = (
  id: string,
  micros: number,
  rest: Pick<Agent, 'username' | 'name' | 'detail' | 'permission' | 'status' | 'addresses'>,
): Agent => ({
  ...seedRow(id, micros),
  ring_method: 'ringall',
  tag_ids: [],
  direct_hash: '',
  ...rest,
});

const atExtension = (number: string) => [{ type: 'extension', target_name: number }];

/** Each signs in with the user name as password. */
export const agents: readonly Agent[] = [
  agent(seedIds.admin, 101, {
    username: 'admin@localhost',
    name: 'Admin',
    detail: 'May do everything with the account.',
    permission: permissions.admin,
    status: 'available',
    addresses: atExtension('1000'),
  }),
  agent(seedIds.frontDesk, 102, {
    username: 'frontdesk@localhost',
    name: 'Front desk',
    detail: 'Takes calls and may read only her own agent.',
    permission: permissions.agent,
    status: 'available',
    addresses: atExtension('2001'),
  }),
  agent(seedIds.workshop, 103, {
    username: 'workshop@localhost',
    name: 'Workshop',
    detail: 'Can be reached at the bench and on the road.',
    permission: permissions.agent,
    status: 'away',
    addresses: [...atExtension('2002'), { type: 'tel', target: '+15550101001', name: 'Workshop van' }],
  }),
];

const extension = (id: string, micros: number, number: string, name: string): Extension & ListedRow => ({
  ...seedRow(id, micros),
  name,
  detail: '',
  extension: number,
  domain_name: seedIds.customer,
  username: number,
  password: number,
  direct_hash: '',
});

export const extensions: readonly (Extension & ListedRow)[] = [
  extension('4e81c7d2-6a0f-4b93-8d15-c0f2a9e7b601', 201, '1000', 'Admin'),
  extension('4e81c7d2-6a0f-4b93-8d15-c0f2a9e7b602', 202, '2001', 'Front desk'),
  extension('4e81c7d2-6a0f-4b93-8d15-c0f2a9e7b603', 203, '2002', 'Workshop'),
];
