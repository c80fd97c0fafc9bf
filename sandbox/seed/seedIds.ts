/** Ids that are always the same, so that files can name what is in a new sandbox. */
export const seedIds = {
  customer: '5ac1e0a4-8f0b-4f3e-9d52-6a1f0c7b2e10',
  admin: '0d6f5b0e-3f6f-4c55-8a53-1f0a5a0b7c01',
  frontDesk: '0d6f5b0e-3f6f-4c55-8a53-1f0a5a0b7c02',
  workshop: '0d6f5b0e-3f6f-4c55-8a53-1f0a5a0b7c03',
  accesskey: '73b2f4d8-1c6e-4a90-b5d7-20c8e9f1a301',
  greetingFlow: 'f1a70c36-52be-4d0b-9c1e-84d3b6a5e001',
  waitFlow: 'f1a70c36-52be-4d0b-9c1e-84d3b6a5e002',
  outboundConfig: '5b7c20d9-3e84-4af1-96d2-c8e1f0a7b201',
  billingAccount: '5b7c20d9-3e84-4af1-96d2-c8e1f0a7b301',
  tag: 'd4e9a1c6-0b72-4f58-9c3d-7a85f6b2e001',
  mainNumber: '2b9d8e51-7a34-4c6f-8e02-95f1c3d7a101',
  /** The one that the example with an AI and a queue names. */
  supportQueue: 'c82638f2-8af6-4299-829e-5fec76b413c9',
  queueWithoutWaitFlow: '6e0d1f7a-94b3-4b58-a2c1-37f5e8d0c202',
  conference: 'a47c3b92-0e5d-4f81-b6a9-18d2c7e4f301',
  /** The one that the example with an AI and a queue names. */
  ai: '1d13fa78-1015-4b24-beaa-165a8c42ef2a',
  bookingAi: '8c5f2e60-b7d1-4a39-9f04-6e3a1d8b5402',
  team: 'd90b6a17-3c48-4e25-8f7d-52a1e6c0b501',
} as const;

/** A time long ago; each seed has a microsecond of its own. */
export const seedTime = (micros: number) => `2025-03-03T08:00:00.${String(micros).padStart(6, '0')}Z`;

const customer_id = seedIds.customer;

/** What every seeded row begins with; `micros` gives the rows of a list their order. */
export const seedRow = (id: string, micros: number) => ({
  id,
  customer_id,
  tm_create: seedTime(micros),
  tm_update: null,
  tm_delete: null,
});
