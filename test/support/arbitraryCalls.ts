import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../flow/json/jsonValue';
import type { WorldScript } from '../../flow/simulator';
import { A, B, C, D } from './ids';

/** Flows with every type that a call can meet, and what the outside may do: for properties of simulation and exploration. */

const party = { type: 'tel', target: '+15550100001' };
const id = fc.constantFrom(A, B, C);
const start = '00000000-0000-0000-0000-000000000001';
const target = fc.oneof({ weight: 9, arbitrary: id }, { weight: 1, arbitrary: fc.constantFrom(start, D, '${a}') });
const value = fc.constantFrom('1', '2', '12', '', '1#', 'x', '21');
const name = fc.constantFrom('a', 'b', 'outside', 'second', 'voipbin.call.digits');
const text = fc.oneof(
  value,
  fc.constantFrom(
    '${voipbin.call.digits}',
    '${outside}',
    '${second}',
    '${outside}${second}',
    '${a}',
    '${b}',
    'x${voipbin.call.digits}',
    '${a}${voipbin.call.digits}',
    '1${outside}',
    '${second}:0',
    '${a}x',
  ),
);
const url = fc.constantFrom('https://flows.example/a', 'https://flows.example/${a}');
const dial = fc.record(
  {
    source: fc.constant(party),
    destinations: fc.array(
      fc.constantFrom(party, { type: 'extension', target_name: '100' }, { type: 'email', target: 'x' }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    relay_reason: fc.boolean(),
    early_media: fc.boolean(),
  },
  { requiredKeys: ['source', 'destinations'] },
);
const service = fc.constantFrom({ ai_id: A }, {});

const option: Readonly<Record<string, fc.Arbitrary<JsonObject>>> = {
  answer: fc.constant({}),
  talk: fc.record(
    {
      text: fc.oneof(
        fc.constantFrom(
          'Hello there',
          'Press a key, please',
          '',
          'You typed ${voipbin.call.digits}.',
          'Hello ${outside} and ${second}',
        ),
        text,
      ),
      language: fc.constantFrom('en-US', 'en-US', 'en-US', ''),
      digits_handle: fc.constant('next'),
      async: fc.boolean(),
    },
    { requiredKeys: ['text', 'language'] },
  ),
  play: fc.constant({ stream_urls: ['https://files.example/a.wav'] }),
  beep: fc.constant({}),
  echo: fc.constant({ duration: 2000 }),
  sleep: fc.record({ duration: fc.constantFrom(0, 300, 30_000) }),
  digits_send: fc.record({ digits: text, duration: fc.constant(200), interval: fc.constant(100) }),
  digits_receive: fc.record({
    duration: fc.constantFrom(0, 3000, 9000),
    length: fc.constantFrom(0, 1, 2, 3),
    key: fc.constantFrom('', '#', '*#', '${b}'),
  }),
  branch: fc.record(
    {
      variable: fc.oneof(name, fc.constantFrom('${voipbin.call.digits}', '')),
      target_ids: fc.dictionary(value, target, { maxKeys: 3 }),
      default_target_id: target,
    },
    { requiredKeys: ['target_ids'] },
  ),
  goto: fc.record({ target_id: target, loop_count: fc.constantFrom(0, 1, 2, 5) }),
  condition_variable: fc.record({
    variable: fc.oneof(text, name),
    value_type: fc.constantFrom('string', 'number', 'length', ''),
    condition: fc.constantFrom('==', '!=', '>', '<=', '<', 'equal', 'greater'),
    value_string: text,
    value_number: fc.constantFrom(1, 2, 1.5, -1),
    value_length: fc.constantFrom(0, 1, 2, 3),
    false_target_id: target,
  }),
  condition_call_digits: fc.record({
    length: fc.constantFrom(0, 1, 2),
    key: fc.constantFrom('', '1', '12'),
    false_target_id: target,
  }),
  condition_call_status: fc.record({
    status: fc.constantFrom('progressing', 'ringing', 'hangup'),
    false_target_id: target,
  }),
  condition_datetime: fc.record(
    {
      condition: fc.constantFrom('==', '>=', '<', '!='),
      hour: fc.constantFrom(-1, 9, 17, 23),
      minute: fc.constantFrom(-1, 0, 30, 59),
      day: fc.constantFrom(-1, 1, 31),
      month: fc.constantFrom(-1, 2, 12),
      weekdays: fc.constantFrom([], [], [1, 2]),
      false_target_id: target,
    },
    { requiredKeys: ['condition', 'hour', 'minute'] },
  ),
  variable_set: fc.record({ key: name, value: fc.oneof(text, fc.constant(5 as unknown as string)) }),
  connect: dial,
  call: fc.record({
    source: fc.constant(party),
    destinations: fc.constant([party]),
    actions: fc.constant([{ type: 'hangup' }]),
  }),
  message_send: fc.constant({ source: party, destinations: [party], text: 'Hi' }),
  webhook_send: fc.constant({ uri: 'https://hooks.example/', data: '{}' }),
  case_create: fc.constant({}),
  transcribe_start: fc.constant({ language: 'en-US' }),
  transcribe_recording: fc.constant({ language: 'en-US' }),
  recording_start: fc.record({ format: fc.constant('wav'), duration: fc.constantFrom(0, 2) }),
  recording_stop: fc.constant({}),
  external_media_start: fc.constant({ external_host: '192.0.2.1:8000' }),
  amd: fc.record({ machine_handle: fc.constantFrom('hangup', 'continue'), async: fc.boolean() }),
  fetch: fc.record({ event_url: url }),
  fetch_flow: fc.record({ flow_id: fc.constantFrom(A, B, '${a}') }),
  queue_join: fc.constant({ queue_id: A }),
  conference_join: fc.constant({ conference_id: A }),
  ai_talk: service,
  ai_task: service,
  block: fc.constant({}),
  hangup: fc.record({ reason: fc.constantFrom('', 'busy', '${a}') }),
  stop: fc.constant({}),
} as Readonly<Record<string, fc.Arbitrary<JsonObject>>>;

/** What makes or takes a decision comes more often. */
const types = [
  ...Object.keys(option),
  ...['digits_receive', 'branch', 'condition_variable', 'variable_set', 'talk', 'condition_datetime', 'goto'].flatMap(
    (type) => [type, type],
  ),
];

const action = fc.constantFrom(...types).chain((type) =>
  fc.record(
    {
      id: fc.constantFrom(A, B, C, start),
      next_id: target.filter((text) => !text.includes('$')),
      type: fc.constant(type),
      option: option[type] ?? fc.constant({}),
    },
    { requiredKeys: ['type', 'option'] },
  ),
);

/** Ids come twice now and then, and the reserved one of the start. */
export const arbitraryCallFlow = fc
  .tuple(fc.array(action, { minLength: 1, maxLength: 9 }), fc.nat(7))
  .map(([actions, how]) => {
    const named = actions.map(({ id: own, next_id: next, ...rest }, at) => ({
      ...rest,
      // Most actions go on with the next, and the first three have the ids that jumps name.
      ...(next !== undefined && at % 3 === how % 3 ? { next_id: next } : {}),
      ...(how > 0 ? { id: [A, B, C][at] } : own === undefined ? {} : { id: own }),
    }));
    return JSON.parse(JSON.stringify(named)) as JsonValue;
  });

const typed = fc.constantFrom('', '1', '2', '3', '12', '9', '#', '1#', '77', '21', '*', '112');
const callee = fc.constantFrom<NonNullable<Extract<WorldScript['callees'], readonly unknown[]>>[number]>(
  'answers',
  'busy',
  'no_answer',
  'fails',
  { does: 'answers', hangs_up_after: 1000 },
);

/** What the outside may do, as far as an exploration tries it. */
export const arbitraryWorld: fc.Arbitrary<WorldScript> = fc.record(
  {
    digits: fc.array(typed, { maxLength: 5 }),
    keys: fc.array(fc.record({ at: fc.nat(30_000), keys: fc.constantFrom('1', '2', '9', '#') }), { maxLength: 2 }),
    callees: fc.array(callee, { maxLength: 8 }),
    hangs_up_at: fc.constantFrom(300, 4000, 20_000),
    amd: fc.constantFrom('human' as const, 'machine' as const),
    refuses: fc.constantFrom<Record<string, string>>(
      ...[
        'connect',
        'call',
        'message_send',
        'case_create',
        'recording_start',
        'transcribe_start',
        'ai_talk',
        'webhook_send',
      ].map((type) => ({ [type]: 'no' })),
    ),
    fetch: fc.constantFrom<WorldScript['fetch'] & object>(
      { 'https://flows.example/a': { status: 200, body: '[]' } },
      { 'https://flows.example/a': { status: 500, body: '' }, 'https://flows.example/': { status: 200, body: '[]' } },
    ),
    flows: fc.constantFrom<WorldScript['flows'] & object>({ [A]: [] }, { [A]: [], [B]: [] }),
    ai_sets: fc.record({ outside: fc.constantFrom('1', '2', '12') }),
    variables: fc.record({
      outside: fc.constantFrom('', '1', '2', '12', 'x', '0', '2:0', 'busy', 'xyz'),
      second: fc.constantFrom('', '1', '12', 'x', '21', '0', '3:0', '123'),
    }),
    now: fc
      .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2028-12-31T23:59:59Z'), noInvalidDate: true })
      .chain((date) =>
        fc.constantFrom(0, 9, 17, 23).chain((hour) =>
          fc.constantFrom(0, 29, 30, 58, 59).map((minute) => {
            const at = new Date(date);
            at.setUTCHours(hour, minute);
            return at.toISOString();
          }),
        ),
      ),
  },
  { requiredKeys: [] },
);
