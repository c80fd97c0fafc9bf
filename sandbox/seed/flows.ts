import { nilUuid } from '../../flow';
import type { Flow } from '../resources/flow';
import { seedIds, seedRow } from './seedIds';

const rest = { type: 'flow', direct_hash: '', on_complete_flow_id: nilUuid } as const;

export const flows: readonly Flow[] = [
  {
    ...seedRow(seedIds.greetingFlow, 301),
    ...rest,
    name: 'Greeting',
    detail: 'Answers the main number until you attach another flow.',
    actions: [
      { id: '9b1d4c70-0e2a-4f86-b3c5-7a60d8f2e101', next_id: nilUuid, type: 'answer' },
      {
        id: '9b1d4c70-0e2a-4f86-b3c5-7a60d8f2e102',
        next_id: nilUuid,
        type: 'talk',
        option: { text: 'Welcome to Harbour Bikes. This is the local VoIPbin.', language: 'en-US' },
      },
      { id: '9b1d4c70-0e2a-4f86-b3c5-7a60d8f2e103', next_id: nilUuid, type: 'hangup' },
    ],
  },
  {
    ...seedRow(seedIds.waitFlow, 302),
    ...rest,
    name: 'Please hold',
    detail:
      'What callers hear in the support queue. It is long, because each of its actions counts toward the caller’s 101.',
    actions: [
      {
        id: '9b1d4c70-0e2a-4f86-b3c5-7a60d8f2e201',
        next_id: nilUuid,
        type: 'talk',
        option: { text: 'All our people are talking. Please hold the line.', language: 'en-US' },
      },
      { id: '9b1d4c70-0e2a-4f86-b3c5-7a60d8f2e202', next_id: nilUuid, type: 'sleep', option: { duration: 30_000 } },
    ],
  },
];
