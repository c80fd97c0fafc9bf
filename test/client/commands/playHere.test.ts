import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { playHere, type Spot } from '../../../client/commands/playHere';
import { timelineOf } from '../../../client/run/timeline';
import { createWays } from '../../../client/run/ways';
import { deskWith, documentOf } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';
import { hastyClock } from '../../support/hastyClock';
import { A, B } from '../../support/ids';

const party = { type: 'tel', target: '+15550100002' };
const menu = [
  { type: 'digits_receive', option: { duration: 3000, length: 1 } },
  { type: 'branch', option: { target_ids: { '7': A } } },
  { id: A, type: 'beep' },
  { type: 'hangup' },
  { id: B, type: 'echo' },
];

/** What is played at an action of a type, or at a part of the text: the types of the actions that run, and what was told. */
async function played(actions: readonly object[], at: string, code?: Spot['code']) {
  const document = documentOf(JSON.stringify({ actions }));
  const ui = fakeUi();
  const desk = deskWith(document, { ui });
  const offset = document.text.indexOf(at.includes('"') ? at : `"${at}"`);
  await playHere(desk, createWays(hastyClock()), { uri: document.uri, offset, code });
  const runs = desk.runs.list().map(({ trace }) => trace.steps.map(({ type }) => type).join(' '));
  const [run] = desk.runs.list();
  // The Call view begins with what happens outside.
  const first = run ? timelineOf(run)[0]?.text : undefined;
  return { runs, told: [...ui.shown, first].join('\n') };
}

suite('how does a call get here', () => {
  test('plays the shortest call that comes to the action', async () => {
    const { runs, told } = await played(menu, 'beep');
    assert.deepEqual(runs, ['digits_receive branch beep hangup']);
    assert.match(told, /In this call: the caller presses 7\./);
  });

  test('plays it on the phone, and tells the Call view what happens outside', async () => {
    const document = documentOf(JSON.stringify({ actions: menu }));
    const desk = deskWith(document, { ui: fakeUi() });
    const spot = { uri: document.uri, offset: document.text.indexOf('"beep"') };
    await playHere(desk, createWays(hastyClock()), spot, 'phone');
    const told = desk.phoned.map(({ script, note }) => ({ script, note }));
    assert.deepEqual(told, [{ script: { digits: ['7'] }, note: 'In this call: the caller presses 7.' }]);
    assert.deepEqual(desk.runs.list(), []);
  });

  test('a flow that runs without a call is simulated', async () => {
    const document = documentOf(JSON.stringify({ webhook_uri: 'https://example.com', actions: [{ type: 'stop' }] }));
    const ui = fakeUi();
    const desk = deskWith(document, { ui });
    await playHere(
      desk,
      createWays(hastyClock()),
      { uri: document.uri, offset: document.text.indexOf('stop') },
      'phone',
    );
    assert.deepEqual([desk.phoned, desk.runs.list().length], [[], 1]);
    assert.match(ui.shown.join(' '), /This flow runs without a call, so no phone rings\. It is simulated\./);
  });

  test('says that none does', async () => {
    const { runs, told } = await played(menu, 'echo');
    assert.deepEqual(runs, []);
    assert.match(told, /No call gets to action 5 \(echo\)/);
  });

  test('says what it assumed where none does', async () => {
    const ai = { type: 'ai_talk', option: { assistance_type: 'ai', assistance_id: A } };
    const test = { condition: '==', variable: '${a}', value_type: 'string', value_string: 'yes', false_target_id: B };
    const set = { type: 'variable_set', option: { key: 'a', value: 'no' } };
    const flow = [
      set,
      ai,
      { type: 'condition_variable', option: test },
      { type: 'stop' },
      { type: 'echo' },
      { id: B, type: 'hangup' },
    ];
    const { told } = await played(flow, 'echo');
    assert.match(
      told,
      /No call gets to action 5 \(echo\).* An AI can set variables\. Each value that the flow compares is tried/,
    );
  });

  test('a finding plays the call that is dropped there', async () => {
    const { runs, told } = await played(menu, 'branch', 'caller-dropped');
    assert.deepEqual(runs, ['digits_receive branch']);
    assert.match(told, /In this call: the caller presses 1/);
  });

  test('a finding about a loop plays the call that goes in circles', async () => {
    const loop = [
      { id: A, type: 'beep' },
      { id: B, type: 'answer', next_id: A },
    ];
    const { runs } = await played(loop, 'answer', 'endless-loop');
    assert.equal(runs[0]?.split(' ').length, 101);
  });

  test('a finding about one of two loops plays the call that goes in circles there', async () => {
    const lap = (id: string, type: string, count: number) => [
      { id, type },
      { type: 'goto', option: { target_id: id, loop_count: count } },
    ];
    const ask = [
      { type: 'digits_receive', option: { duration: 3000, length: 1 } },
      { type: 'branch', option: { default_target_id: B, target_ids: { '1': A } } },
    ];
    const flow = [...ask, ...lap(A, 'echo', 2), ...lap(B, 'beep', 3)];
    const first = await played(flow, '"loop_count":2', 'goto-never-ends');
    assert.match(first.runs[0] ?? '', /^digits_receive branch echo goto echo goto echo/);
    const second = await played(flow, '"loop_count":3', 'goto-never-ends');
    assert.match(second.runs[0] ?? '', /^digits_receive branch beep goto beep goto beep/);
  });

  test('where no call shows a finding, none is played, and that is said', async () => {
    // No key can be pressed in no time.
    const ask = { type: 'digits_receive', option: { duration: 0, length: 4 } };
    const { runs, told } = await played(
      [
        { id: A, ...ask },
        { type: 'beep', next_id: A },
      ],
      'digits_receive',
      'digits-not-reset',
    );
    assert.deepEqual(runs, []);
    assert.match(
      told,
      /No known call shows digits-not-reset at action 1 \(digits_receive .*\)\. How Does a Call Get Here\?/,
    );
  });

  test('in a placed call, the flow that places it is played', async () => {
    const call = { type: 'call', option: { source: party, destinations: [party], actions: [{ type: 'beep' }] } };
    const { runs } = await played([{ type: 'answer' }, call], 'beep');
    assert.deepEqual(runs, ['answer call', 'beep']);
  });

  test('outside of any action nothing is played', async () => {
    const { runs, told } = await played(menu, 'actions');
    assert.deepEqual(runs, []);
    assert.match(told, /There is no action at the cursor/);
  });
});
