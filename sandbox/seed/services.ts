import { nilUuid, recordedFormat } from '../../flow';
import { type Conversation, newConversation } from '../resources/conversation';
import type { ListedRow } from '../resources/row';
import { type Conference, newConference, type Queue, type Recording } from '../resources/services';
import { seedIds, seedRow, seedTime } from './seedIds';

const counts = {
  wait_queuecall_ids: [],
  service_queuecall_ids: [],
  total_incoming_count: 0,
  total_serviced_count: 0,
  total_abandoned_count: 0,
  direct_hash: '',
};

export const queues: readonly (Queue & ListedRow)[] = [
  {
    ...seedRow(seedIds.supportQueue, 501),
    name: 'Support',
    detail: 'Callers hear the flow "Please hold" until an agent is free.',
    routing_method: 'random',
    tag_ids: [],
    wait_flow_id: seedIds.waitFlow,
    wait_timeout: 300_000,
    service_timeout: 1_800_000,
    ...counts,
  },
  {
    ...seedRow(seedIds.queueWithoutWaitFlow, 502),
    name: 'Weekend',
    detail: 'It has no wait flow, and VoIPbin drops every caller who joins it.',
    routing_method: 'random',
    tag_ids: [],
    wait_flow_id: nilUuid,
    wait_timeout: 60_000,
    service_timeout: 600_000,
    ...counts,
  },
];

export const conferences: readonly (Conference & ListedRow)[] = [
  {
    ...seedRow(seedIds.conference, 601),
    ...newConference,
    type: 'conference',
    name: 'Monday meeting',
  },
];

/** How all AIs hear and speak, and what they know: as VoIPbin likes it. */
const voice = {
  tts_type: '',
  stt_type: '',
  rag_id: nilUuid,
  current_prompt_history_id: nilUuid,
  is_insight_active: false,
};

export const ais: readonly ListedRow[] = [
  {
    ...seedRow(seedIds.ai, 701),
    name: 'Reception',
    detail: 'Asks what the caller wants.',
    engine_model: 'openai.gpt-4o',
    init_prompt: 'You answer the phone of a bicycle shop.',
    ...voice,
  },
  {
    ...seedRow(seedIds.bookingAi, 702),
    name: 'Bookings',
    detail: 'Takes reservations.',
    engine_model: 'openai.gpt-4o',
    init_prompt: 'You take reservations of rental bicycles.',
    ...voice,
  },
];

export const teams: readonly ListedRow[] = [
  {
    ...seedRow(seedIds.team, 801),
    name: 'Counter',
    detail: 'Reception first, then bookings.',
    start_member_id: '3f7a9d15-c2e0-4b64-9a81-d5f06b7c2701',
    members: [
      { id: '3f7a9d15-c2e0-4b64-9a81-d5f06b7c2701', name: 'Reception', ai_id: seedIds.ai, transitions: [] },
      { id: '3f7a9d15-c2e0-4b64-9a81-d5f06b7c2702', name: 'Bookings', ai_id: seedIds.bookingAi, transitions: [] },
    ],
  },
];

export const conversations: readonly Conversation[] = [
  {
    ...seedRow('b58e1c03-7d94-4a6b-8f20-91c3d7e5a801', 901),
    ...newConversation,
    name: 'Ana',
    dialog_id: '',
    self: { type: 'tel', target: '+15550101000' },
    peer: { type: 'tel', target: '+15550101011', name: 'Ana' },
  },
];

export const recordings: readonly Recording[] = [
  {
    ...seedRow('e26d9b48-1f73-4c05-a9e8-40b7c5d1f901', 951),
    owner_type: '',
    owner_id: nilUuid,
    activeflow_id: nilUuid,
    reference_type: 'call',
    reference_id: '70c4f1b9-8e2d-4a57-b306-d9e5a1c8f902',
    status: 'ended',
    format: recordedFormat,
    on_end_flow_id: nilUuid,
    tm_start: seedTime(951),
    tm_end: seedTime(952),
  },
];
