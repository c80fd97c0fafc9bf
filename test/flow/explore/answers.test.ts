import { suite, test } from 'mocha';
import {
  askFor,
  branch,
  connect,
  hangup,
  ifEqual,
  ifNumber,
  ifTime,
  party,
  say,
  set,
  stop,
} from '../../support/actions';
import { inputOf } from '../../support/arbitraryFlows';
import { assertExplored, type ExploredCase } from '../../support/assertExplored';
import { A, B } from '../../support/ids';

const yes = { id: A, ...hangup };
const no = { id: B, ...stop };
const menu = [branch({ '1': A }, B), yes, no];
/** A key at some moment, and none. */
const keyAt = (...times: number[]) => [{}, ...times.map((at) => ({ keys: [{ at, keys: '1' }] }))];
const typed = (...entries: string[]) => entries.map((entry) => ({ digits: [entry] }));

const cases: Readonly<Record<string, ExploredCase>> = {
  'digits that come in two parts': {
    actions: [askFor(1), askFor(2), branch({ '12': A }, B), yes, no],
    worlds: [{}, { digits: ['1', '2'] }],
  },
  'digits that come in two parts, with an end key': {
    actions: [askFor(1), askFor(0, '#'), branch({ '12#': A }, B), yes, no],
    worlds: [{}, { digits: ['1', '2#'] }],
  },
  'two keys that condition_call_digits looks for': {
    actions: [askFor(3), { type: 'condition_call_digits', option: { key: '12', false_target_id: A } }, stop, yes],
    worlds: typed('', '12', '312', '1'),
  },
  'a number with a fraction': {
    actions: [askFor(), ifNumber('${voipbin.call.digits}', '>', 1.5, A), stop, yes],
    worlds: typed('1', '2'),
  },
  'a number beyond the whole numbers of float32': {
    actions: [askFor(0, '#', 9000), ifNumber('${voipbin.call.digits}', '>', 16_777_216, A), stop, yes],
    worlds: typed('16777218#', '2'),
  },
  'a long text from outside': {
    actions: [
      {
        type: 'condition_variable',
        option: { variable: '${note}', condition: '>', value_type: 'length', value_length: 160, false_target_id: A },
      },
      stop,
      yes,
    ],
    worlds: [{}, { variables: { note: 'x'.repeat(161) } }],
  },
  'digits that are added to a variable': {
    actions: [
      askFor(),
      set('pin', '${pin}${voipbin.call.digits}'),
      set('voipbin.call.digits', ''),
      askFor(),
      set('pin', '${pin}${voipbin.call.digits}'),
      ifEqual('${pin}', '42', A),
      stop,
      yes,
    ],
    worlds: [{}, { digits: ['4', '2'] }],
  },
  'digits within a longer text': {
    actions: [askFor(), set('key', 'menu-${voipbin.call.digits}'), branch({ 'menu-7': A }, B, 'key'), yes, no],
    worlds: typed('', '7'),
  },
  'digits within a longer text that is compared': {
    actions: [askFor(), ifEqual('x${voipbin.call.digits}', 'x7', A), stop, yes],
    worlds: typed('', '7'),
  },
  'digits that are compared with a variable of the flow': {
    actions: [set('pin', '4711'), askFor(4), ifEqual('${voipbin.call.digits}', '${pin}', A), stop, yes],
    worlds: typed('', '4711'),
  },
  'digits that are compared with a variable from outside': {
    actions: [
      askFor(4),
      ifEqual('${voipbin.call.digits}', '', A, '!='),
      ifEqual('${voipbin.call.digits}', '${pin}', B),
      { type: 'sleep', option: { duration: 1 } },
      stop,
      yes,
      no,
    ],
    worlds: [{}, { digits: ['4711'], variables: { pin: '4711' } }],
  },
  'the text of the reference': {
    actions: [ifEqual('${voipbin.flow.reference_data}', 'x', A), stop, yes],
    worlds: [{}, { reference_data: 'x' }],
  },
  'a spoken text that is empty or not': {
    actions: [say('${greeting}'), ...menu],
    worlds: [{}, { variables: { greeting: 'Good morning' }, keys: [{ at: 100, keys: '1' }] }],
  },
  'a key during a file': {
    actions: [{ type: 'play', option: { stream_urls: ['https://files.example/a.wav'] } }, ...menu],
    worlds: keyAt(1000),
  },
  'a key while parties ring, and while they talk': { actions: [connect(), ...menu], worlds: keyAt(1000, 8000) },
  'a key in a conference': {
    actions: [{ type: 'conference_join', option: { conference_id: A } }, ...menu],
    worlds: keyAt(8000),
  },
  'a key in a queue, and with the agent': {
    actions: [{ type: 'queue_join', option: { queue_id: A } }, ...menu],
    worlds: keyAt(8000, 25_000),
  },
  'an agent who comes so late that the executions end behind the queue': {
    actions: [{ type: 'queue_join', option: { queue_id: A } }, say(), stop],
    worlds: [0, 1, 20, 32].map((round) => ({
      queues: { [A]: { wait_flow_id: B, agent_after: 5000 * round + 1000 } },
      flows: { [B]: [{ type: 'sleep', option: { duration: 5000 } }] },
    })),
  },
  'an answering machine that only the second detector minds': {
    actions: [
      { type: 'amd', option: { machine_handle: 'continue', async: false } },
      { type: 'amd', option: { machine_handle: 'hangup', async: false } },
      stop,
    ],
    worlds: [{}, { amd: 'human' }, { amd: 'machine' }],
  },
  'a variable that is compared with a text around another one': {
    actions: [ifEqual('${outside}', 'x${voipbin.call.digits}', A), stop, yes],
    worlds: [{}, { variables: { outside: 'x' } }, { variables: { outside: 'y' } }],
  },
  'a variable from outside that the flow sets later': {
    actions: [ifEqual('${answer}', '1', A), set('answer', '1'), stop, yes],
    worlds: [{}, { variables: { answer: '1' } }, { variables: { answer: '2' } }],
  },
  'a key while the detector listens': { actions: [{ type: 'amd', option: {} }, ...menu], worlds: keyAt(800) },
  'a key during a short wait': {
    actions: [{ type: 'sleep', option: { duration: 300 } }, ...menu],
    worlds: keyAt(200),
  },
  'why the first party has left': {
    actions: [connect(1, { relay_reason: true }), stop],
    worlds: [{ callees: ['busy'] }, { callees: ['no_answer'] }, { callees: ['fails'] }, { callees: ['answers'] }],
  },
  'why the first of two parties has left': {
    actions: [connect(2, { relay_reason: true }), stop],
    worlds: [
      { callees: ['busy', 'answers'] },
      { callees: ['fails', 'answers'] },
      { callees: ['no_answer', 'answers'] },
      { callees: [{ does: 'no_answer', after: 3000 }, 'answers'] },
    ],
  },
  'why the first of three parties has left': {
    actions: [connect(3, { relay_reason: true }), stop],
    worlds: [
      { callees: ['busy', 'answers', 'no_answer'] },
      { callees: ['no_answer', 'answers', 'busy'] },
      { callees: ['fails', 'busy', 'answers'] },
      { callees: [{ does: 'no_answer', after: 3000 }, 'answers', 'busy'] },
    ],
  },
  'parties of two calls, one behind the other': {
    actions: [connect(2), connect(), stop],
    worlds: [{ callees: [{ does: 'answers', hangs_up_after: 500 }, 'busy', 'busy'] }],
  },
  'a case that is refused': {
    actions: [{ type: 'case_create', option: {} }, ifEqual('${contact_case_id}', '', A), stop, yes],
    worlds: [{}, { refuses: { case_create: 'no' } }],
  },
  'a recording that is refused': {
    actions: [
      { type: 'answer' },
      { type: 'recording_start', option: { format: 'wav' } },
      ifEqual('${voipbin.recording.id}', '', A),
      stop,
      yes,
    ],
    worlds: [{}, { refuses: { recording_start: 'no' } }],
  },
  'the last day of a month': {
    actions: [ifTime({ day: 31 }, A), stop, yes],
    worlds: [{ now: '2026-12-31T10:00:00Z' }, { now: '2026-12-01T10:00:00Z' }],
  },
  'the day that only leap years have': {
    actions: [ifTime({ day: 29, month: 2 }, A), stop, yes],
    worlds: [{ now: '2028-02-29T10:00:00Z' }, { now: '2026-12-01T10:00:00Z' }],
  },
  'a date on a weekday': {
    actions: [ifTime({ day: 24, month: 12, weekdays: [0] }, A), stop, yes],
    worlds: [{ now: '2028-12-24T10:00:00Z' }, { now: '2026-12-24T10:00:00Z' }],
  },
  'a minute that passes during a call': {
    actions: [ifTime({ minute: 30 }, A), say(), ifTime({ minute: 31 }, B), stop, yes, { id: B, ...hangup }],
    worlds: [{ now: '2026-12-01T10:30:59.500Z' }, { now: '2026-12-01T10:30:00Z' }],
  },
  'a minute that passes between two waits': {
    actions: [
      { type: 'sleep', option: { duration: 30_000 } },
      ifTime({ minute: 30 }, A),
      { type: 'sleep', option: { duration: 20_000 } },
      ifTime({ minute: 31 }, B),
      stop,
      yes,
      { id: B, ...hangup },
    ],
    worlds: [{ now: '2026-12-01T10:30:00Z' }, { now: '2026-12-01T10:30:10Z' }, { now: '2026-12-01T10:30:29.500Z' }],
  },
  'an hour that passes during a call': {
    actions: [
      ifTime({ hour: 9, condition: '>=' }, A),
      say(),
      ifTime({ hour: 9, condition: '>=' }, B),
      stop,
      yes,
      { id: B, ...hangup },
    ],
    worlds: [{ now: '2026-12-01T09:59:59.500Z' }, { now: '2026-12-01T10:30:00Z' }],
  },
  'a time that is looked at again in a loop': {
    actions: [
      { id: A, type: 'beep' },
      ifTime({ minute: 0, condition: '!=' }, B),
      { type: 'answer', next_id: A },
      { id: B, ...hangup },
    ],
    worlds: [{ now: '2026-12-01T09:59:58Z' }, { now: '2026-12-01T10:00:00Z' }],
  },
  'an AI that sets a variable': {
    actions: [{ type: 'ai_talk', option: { ai_id: A } }, branch({ yes: A }, B, 'wish'), yes, no],
    worlds: [{}, { ai_sets: { wish: 'yes' } }],
  },
  'the name of a variable without braces': {
    actions: [askFor(), set('a', '${voipbin.call.digits}'), say(), ifEqual('a', '1', A), stop, yes],
    worlds: typed('1', '2'),
  },
  'the name of a variable with braces': {
    actions: [askFor(), branch({ '5': A }, B, '${voipbin.call.digits}'), yes, no],
    worlds: typed('5', '2'),
  },
  'an address whose type is a variable': {
    actions: [
      askFor(),
      branch({ '1': A }, B),
      { id: A, ...set('type', 'tel') },
      { id: B, ...say() },
      say(),
      { type: 'connect', option: { source: party, destinations: [{ type: '${type}', target: '+15550100003' }] } },
      stop,
    ],
    worlds: typed('1', '2'),
  },
};

suite('explore: every answer that makes a difference', () => {
  for (const [name, { actions, worlds }] of Object.entries(cases)) {
    test(name, () => assertExplored(inputOf(actions), worlds));
  }

  test('a variable that the document gives has no other value', () => {
    const actions = [branch({ gold: A }, B, 'tier'), yes, no];
    const input = { ...inputOf(actions), variables: { tier: 'gold' } };
    assertExplored(input, [{}]);
  });

  test('an outgoing call is answered, busy, not answered, or fails', () => {
    const input = {
      ...inputOf([say(), stop]),
      direction: 'outgoing' as const,
      referenceId: '00000000-0000-4000-b000-000000000001',
      dials: { destination: party },
    };
    assertExplored(input, [{}, { callees: ['busy'] }, { callees: ['no_answer'] }, { callees: ['fails'] }]);
  });

  test('a conversation, by its message', () => {
    const text = 'voipbin.conversation_message.text';
    const actions = [
      { type: 'ai_talk', option: { ai_id: A } },
      ifEqual(`\${${text}}`, 'stop', A),
      stop,
      { id: A, type: 'block' },
    ];
    const input = { ...inputOf(actions), referenceType: 'conversation', variables: { [text]: 'Hi' } };
    assertExplored(input, [{}, { variables: { [text]: 'stop' } }, { variables: { [text]: '' } }]);
  });
});
