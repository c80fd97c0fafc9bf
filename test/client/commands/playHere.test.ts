import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { playHere, type Spot } from '../../../client/commands/playHere';
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

/** What is played at an action of a type: the types of the actions that run, and what was told. */
async function played(actions: readonly object[], at: string, drops?: Spot['drops']) {
  const document = documentOf(JSON.stringify({ actions }));
  const ui = fakeUi();
  const desk = deskWith(document, { ui });
  const offset = document.text.indexOf(`"${at}"`);
  await playHere(desk, createWays(hastyClock()), { uri: document.uri, offset, drops });
  const runs = desk.runs.list().map(({ trace }) => trace.steps.map(({ type }) => type).join(' '));
  return { runs, told: ui.shown.join('\n') };
}

suite('how does a call get here', () => {
  test('plays the shortest call that comes to the action', async () => {
    const { runs, told } = await played(menu, 'beep');
    assert.deepEqual(runs, ['digits_receive branch beep hangup']);
    assert.match(told, /In this call: the caller presses 7\./);
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
    const flow = [set, ai, { type: 'condition_variable', option: test }, { type: 'echo' }, { id: B, type: 'hangup' }];
    const { told } = await played(flow, 'echo');
    assert.match(told, /No call gets to action 4 \(echo\).* An AI can set variables\. It is taken to set none\./);
  });

  test('a finding plays the call that is dropped there', async () => {
    const { runs, told } = await played(menu, 'branch', 'here');
    assert.deepEqual(runs, ['digits_receive branch']);
    assert.match(told, /In this call: the caller presses 1/);
  });

  test('a finding about a loop plays the call that goes in circles', async () => {
    const loop = [
      { id: A, type: 'beep' },
      { id: B, type: 'answer', next_id: A },
    ];
    const { runs } = await played(loop, 'answer', 'circle');
    assert.equal(runs[0]?.split(' ').length, 101);
  });

  test('in a placed call, the flow that places it is played', async () => {
    const call = { type: 'call', option: { source: party, destinations: [party], actions: [{ type: 'beep' }] } };
    const { runs } = await played([{ type: 'answer' }, call], 'beep');
    assert.deepEqual(runs, ['answer call', 'beep']);
  });

  test('outside of any action nothing is played', async () => {
    const { runs, told } = await played(menu, 'actions');
    assert.deepEqual(runs, []);
    assert.match(told, /There is no action here/);
  });
});
