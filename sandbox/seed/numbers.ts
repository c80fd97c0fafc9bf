import { nilUuid } from '../../flow';
import type { PhoneNumber } from '../resources/phoneNumber';
import { seedIds, seedRow, seedTime } from './seedIds';

const phoneNumber = (
  id: string,
  micros: number,
  rest: Pick<PhoneNumber, 'number' | 'name' | 'detail'> & Partial<PhoneNumber>,
): PhoneNumber => ({
  ...seedRow(id, micros),
  type: 'normal',
  call_flow_id: nilUuid,
  message_flow_id: nilUuid,
  status: 'active',
  t38_enabled: false,
  emergency_enabled: false,
  metadata: { rtp_debug: false },
  tm_purchase: seedTime(micros),
  tm_renew: seedTime(micros),
  ...rest,
});

/** Numbers without an owner: they are set aside for fiction. */
export const numbers: readonly PhoneNumber[] = [
  phoneNumber(seedIds.mainNumber, 401, {
    number: '+15550101000',
    name: 'Harbour Bikes',
    detail: 'The main number. It can dial out.',
    call_flow_id: seedIds.greetingFlow,
  }),
  phoneNumber('2b9d8e51-7a34-4c6f-8e02-95f1c3d7a102', 402, {
    number: '+15550101050',
    name: 'Rentals',
    detail: 'A second number that can dial out. No flow answers it.',
  }),
  phoneNumber('2b9d8e51-7a34-4c6f-8e02-95f1c3d7a104', 404, {
    number: '+899000000001',
    name: 'Web button',
    detail: 'Virtual: it is reached over the internet only and cannot be the source of a call.',
    type: 'virtual',
    call_flow_id: seedIds.greetingFlow,
  }),
];
