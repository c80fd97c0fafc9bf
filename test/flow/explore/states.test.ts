import { suite, test } from 'mocha';
import { askFor, branch, hangup, ifEqual, say, set, stop } from '../../support/actions';
import { inputOf } from '../../support/arbitraryFlows';
import { assertExplored, type ExploredCase } from '../../support/assertExplored';
import { A, B, C } from '../../support/ids';

const start = '00000000-0000-0000-0000-000000000001';
const typed = (...entries: string[]) => [{}, ...entries.map((entry) => ({ digits: [entry] }))];
const keep = [askFor(), set('a', '${voipbin.call.digits}')];
const byA = [branch({ '1': A }, B, 'a'), { id: A, ...hangup }, { id: B, ...stop }];
/** One way or another, and then the same for all: what came before has to be remembered. */
const either = (...first: readonly object[]) => [
  askFor(),
  branch({ '1': A }, B),
  ...first.map((action, at) => (at === 0 ? { id: A, ...action } : action)),
  { id: B, ...say() },
  say(),
];

const cases: Readonly<Record<string, ExploredCase>> = {
  'a variable that is read behind the way back to the start': {
    actions: [
      say(),
      branch({ '1': A }, B, 'a'),
      { id: B, ...askFor() },
      { ...set('a', '${voipbin.call.digits}'), next_id: start },
      { id: A, ...hangup },
    ],
    worlds: [...typed('1'), { digits: ['2', '1'] }],
  },
  'a variable that is read behind an action with the id of the start': {
    actions: [
      say(),
      branch({ '1': A }, B, 'a'),
      { id: B, ...askFor() },
      keep[1] ?? stop,
      { id: start, ...say() },
      { id: A, ...hangup },
    ],
    worlds: typed('1'),
  },
  'a variable that is read behind the first of two equal ids': {
    actions: [
      { id: C, ...branch({ '1': A }, B, 'a') },
      { id: B, ...askFor() },
      { ...set('a', '${voipbin.call.digits}') },
      { id: C, ...say() },
      stop,
      { id: A, ...hangup },
    ],
    worlds: typed('1', '2'),
  },
  'a variable that a number does not overwrite': {
    actions: [...keep, say(), { type: 'variable_set', option: { key: 'a', value: 5 } }, say(), ...byA],
    worlds: typed('1', '2'),
  },
  'a variable that is read by a name that comes together': {
    actions: [set('d', '$'), set('e', '${d}{voipbin.call.digits}'), askFor(), say(), set('a', '${e}'), say(), ...byA],
    worlds: typed('1', '2'),
  },
  'an operator in a variable': {
    actions: [set('op', '=='), ...either(set('op', '!=')), ifEqual('x', 'x', C, '${op}'), stop, { id: C, ...hangup }],
    worlds: typed('1', '2'),
  },
  'an end key in a variable': {
    actions: [
      askFor(),
      set('k', '${voipbin.call.digits}'),
      set('voipbin.call.digits', ''),
      say(),
      askFor(0, '${k}', 9000),
      { type: 'condition_call_digits', option: { length: 2, false_target_id: A } },
      stop,
      { id: A, ...hangup },
    ],
    worlds: [{ digits: ['1', '21'] }, { digits: ['2', '11'] }, { digits: ['1', '1'] }],
  },
  'the reason of a hangup in a variable': {
    actions: [...either(set('r', 'busy')), { type: 'hangup', option: { reason: '${r}' } }],
    worlds: typed('1', '2'),
  },
  'a recording that was made': {
    actions: [
      { type: 'answer' },
      ...either({ type: 'recording_start', option: { format: 'wav' } }, { type: 'recording_stop', option: {} }),
      { type: 'transcribe_recording', option: { language: 'en-US' } },
      ifEqual('${voipbin.transcribe.language}', 'en-US', C),
      stop,
      { id: C, ...hangup },
    ],
    worlds: typed('1', '2'),
  },
  'a transcription that goes on': {
    actions: [
      { type: 'answer' },
      ...either(
        { type: 'transcribe_start', option: { language: 'en-US', direction: 'in' } },
        set('voipbin.transcribe.direction', ''),
      ),
      { type: 'transcribe_start', option: { language: 'en-US', direction: 'in' } },
      ifEqual('${voipbin.transcribe.direction}', 'in', C),
      stop,
      { id: C, ...hangup },
    ],
    worlds: typed('1', '2'),
  },
  'a case that is open': {
    actions: [
      ...either({ type: 'case_create', option: {} }, set('contact_case_id', '')),
      { type: 'case_create', option: {} },
      ifEqual('${contact_case_id}', '', C),
      stop,
      { id: C, ...hangup },
    ],
    worlds: typed('1', '2'),
  },
  'counters at their limits': {
    actions: [
      { id: A, ...askFor() },
      branch({ '1': B }),
      { id: B, type: 'goto', option: { target_id: A, loop_count: 3 } },
      { type: 'goto', option: { target_id: A, loop_count: 1 } },
      stop,
    ],
    worlds: [{ digits: new Array<string>(8).fill('1') }, { digits: [...new Array<string>(7).fill('1'), '2'] }],
  },
  'a key while the digits are read back that one call has and another has not': {
    actions: [
      ifEqual('${x}', 'k', B),
      set('voipbin.call.digits', '22222222'),
      { id: B, type: 'answer' },
      say('${voipbin.call.digits}'),
      branch({ '1': A }, C),
      { id: A, ...hangup },
      { id: C, ...stop },
    ],
    worlds: [{}, { variables: { x: 'k' }, keys: [{ at: 100, keys: '1' }] }],
  },
  'a key that takes the place of another': {
    actions: [
      askFor(),
      say(),
      say('Another text'),
      branch({ '1': A, '2': B }, C),
      { id: A, ...hangup },
      { id: B, ...stop },
      { id: C, type: 'block' },
    ],
    worlds: ['', '1', '2', '3'].flatMap((digits) =>
      [500, 1500].flatMap((at) => ['1', '2', '3'].map((keys) => ({ digits: [digits], keys: [{ at, keys }] }))),
    ),
  },
  'the last execution, and one too many': {
    actions: [...new Array<object>(98).fill({ type: 'answer' }), askFor(), ...byDigits()],
    worlds: typed('1'),
  },
  'a text that is read back takes its time': {
    actions: [
      askFor(0, '#'),
      say('You typed ${voipbin.call.digits} and that was all.'),
      set('voipbin.call.digits', ''),
      say('Press a key'),
      ...byDigits(),
    ],
    worlds: typed('12345678'),
  },
} as Readonly<Record<string, ExploredCase>>;

function byDigits() {
  return [branch({ '1': A }, B), { id: A, ...hangup }, { id: B, ...stop }];
}

suite('explore: what states are told apart by', () => {
  for (const [name, { actions, worlds }] of Object.entries(cases)) {
    test(name, () => assertExplored(inputOf(actions), worlds));
  }
});
