import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { callsHere } from '../../../client/run/callsHere';
import { createListExplorer } from '../../../client/run/exploreList';
import { readFlow } from '../../../flow/model/flowModel';
import { hastyClock } from '../../support/hastyClock';
import { A, B } from '../../support/ids';

const menu = [
  { id: A, type: 'talk', option: { text: 'Press 7.', language: 'en-US' } },
  { type: 'digits_receive', option: { duration: 3000, length: 1 } },
  { type: 'branch', option: { default_target_id: A, target_ids: { '7': B } } },
  { type: 'echo', option: { duration: 5000 } },
  { id: B, type: 'hangup' },
];

/** What is said at a text of a document that it has once; `isWanted`: nothing was changed meanwhile. */
async function at(actions: readonly object[], text: string, isWanted = () => true) {
  const document = JSON.stringify({ actions });
  const offset = document.indexOf(text);
  assert.ok(offset >= 0 && document.indexOf(text, offset + 1) < 0, `${text} stands there once`);
  const model = readFlow(document);
  const found = await callsHere(model, offset + 1, createListExplorer(model, hastyClock(), isWanted));
  return found && { paragraphs: found.paragraphs, world: found.call?.world };
}

suite('the calls that come to a place', () => {
  test('an action: when it runs, how often at most, and by which ways', async () => {
    const found = await at(menu, '"talk"');
    assert.match(
      found?.paragraphs[0] ?? '',
      /^\*\*Runs\*\* 0 ms to .+ after the start of the call, at most \d+ times within the 101 executions of a call\.$/,
    );
    assert.equal(found?.paragraphs[1], '**Comes from** the start of the flow, default of `action 3 (branch 7)`.');
  });

  test('an action outside of any loop runs once', async () => {
    const found = await at(menu, '"hangup"');
    assert.match(found?.paragraphs[0] ?? '', /after the start of the call, at most once\.$/);
    assert.deepEqual(found?.world, { digits: ['7'] });
    assert.equal(found?.paragraphs[1], '**Comes from** case `"7"` of `action 3 (branch 7)`.');
  });

  test('an action that no call gets to', async () => {
    assert.deepEqual(await at(menu, '"echo"'), { paragraphs: ['**No call gets here.**'], world: undefined });
  });

  test('a target and a case: the call that takes the way, or that none does', async () => {
    assert.deepEqual(await at(menu, `"7":"${B}"`), { paragraphs: [], world: { digits: ['7'] } });
    const twice = { type: 'branch', option: { default_target_id: A, target_ids: { '77': B } } };
    const found = await at([...menu.slice(0, 2), twice, ...menu.slice(3)], `"${B}"}`);
    assert.deepEqual(found, { paragraphs: ['**No call takes this way.**'], world: undefined });
  });

  test('an action of a call that is placed', async () => {
    const party = { type: 'tel', target: '+15550100002' };
    const call = { type: 'call', option: { source: party, destinations: [party], actions: [{ type: 'beep' }] } };
    const found = await at([call], '"beep"');
    assert.match(found?.paragraphs[0] ?? '', /at most once\.$/);
  });

  test('nothing elsewhere, and nothing of a text that has changed meanwhile', async () => {
    assert.equal(await at(menu, '"Press 7."'), undefined);
    assert.equal(await at(menu, '"talk"', () => false), undefined);
    assert.equal(await at([{ type: 'flow_id' }], '"actions"'), undefined);
  });

  test('what a flow says is shown as it is', async () => {
    const flow = [{ id: A, type: 'talk', option: { text: '[x](command:evil)' } }, { type: 'beep' }];
    const found = await at(flow, '"beep"');
    assert.match(found?.paragraphs[1] ?? '', /`action 1 \(talk "\[x\]\(command:evil\)"\)`/);
  });
});
