import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readFlow } from '../../../flow/model/flowModel';
import type { RunInput, WorldScript } from '../../../flow/simulator';
import {
  endsOnlyInOther,
  exploringWays,
  isDropped,
  isEndless,
  isInOther,
  untakenEdges,
  type Ways,
} from '../../../flow/ways';
import { A, B } from '../../support/ids';

function waysOf(actions: readonly object[], maxStates = 10_000, world: WorldScript = {}) {
  const model = readFlow(JSON.stringify({ actions }));
  const input: RunInput = { actions: JSON.parse(JSON.stringify(actions)), referenceType: 'call' };
  const going = exploringWays(model, input, { semantics: 'observed', maxStates, world });
  let step = going.next();
  while (!step.done) step = going.next();
  const [main] = step.value;
  assert.ok(main);
  return { model, main, all: step.value };
}
const circle = [
  { id: A, type: 'answer' },
  { type: 'goto', option: { target_id: A, loop_count: 1 } },
  { type: 'hangup' },
];
const named = ({ found }: Ways, id: string) => {
  const end = found.ends.find((end) => end.id === id);
  assert.ok(end, found.ends.map((other) => other.id).join(', '));
  return end;
};

suite('ways of a flow', () => {
  test('tell the ends that only one meaning has', () => {
    const { main } = waysOf(circle);
    assert.equal(isInOther(named(main, 'stopped-budget@1'), main), false);
    assert.deepEqual(
      endsOnlyInOther(main).map(({ id }) => id),
      ['hangup@3'],
    );
  });

  test('say nothing of the other meaning where it was not explored far enough', () => {
    const { main } = waysOf(circle, 1);
    assert.deepEqual([main.found.complete, endsOnlyInOther(main)], [false, []]);
    const cut = { ...main, found: waysOf(circle).main.found };
    assert.equal(isInOther(named(cut, 'stopped-budget@1'), cut), undefined);
  });

  test('know the edges that no call takes, and leave out what only the running system knows', () => {
    const { model, main } = waysOf(circle);
    assert.deepEqual(
      untakenEdges(model, main).map(({ from, to, name }) => [from.order, to?.order, name]),
      [[1, 2, 'next']],
    );
    const fetch = waysOf([{ type: 'fetch', option: { event_url: 'https://a.example' } }, { type: 'stop' }]);
    assert.deepEqual(untakenEdges(fetch.model, fetch.main), []);
  });

  test('a placed call whose actions are not a list is not explored', () => {
    const { all } = waysOf([{ type: 'call', option: { actions: 'none' } }]);
    assert.deepEqual(
      all.map(({ found }) => found.ends.map(({ id }) => id)),
      [['stopped-decode@1']],
    );
  });
});

suite('kinds of ends', () => {
  test('the budget is dropped and endless', () => {
    const end = named(waysOf(circle).main, 'stopped-budget@1');
    assert.deepEqual([isDropped(end), isEndless(end)], [true, true]);
  });

  test('a target that cannot be found drops the call', () => {
    const end = named(
      waysOf([{ type: 'goto', option: { target_id: B, loop_count: 1 } }]).main,
      'stopped-no-more-stack-left@1',
    );
    assert.deepEqual([isDropped(end), isEndless(end)], [true, false]);
  });

  test('a flow that VoIPbin does not save drops every call', () => {
    assert.equal(isDropped(named(waysOf([{ type: 'patch' }]).main, 'refused-invalid-action-type')), true);
  });

  test('a service that refuses and a URL that fails are not of the doing of the flow', () => {
    const party = { type: 'tel', target: '+15550100002' };
    const connect = waysOf([{ type: 'connect', option: { source: party, destinations: [party] } }]).main;
    assert.equal(isDropped(named(connect, 'stopped-no-outgoing-call@1')), false);
    const fetch = waysOf([{ type: 'fetch', option: { event_url: 'https://a.example' } }]).main;
    assert.equal(isDropped(named(fetch, 'stopped-fetch-failed@1')), false);
  });

  test('a call that ends the same way without a refusal is dropped, although the way of the refusal is shorter', () => {
    const known = {
      variable: '${contact_case_id}',
      value_type: 'length',
      condition: '>',
      value_length: 0,
      false_target_id: B,
    };
    const talk = { type: 'talk', option: { text: 'We have opened a case for you.', language: 'en-US' } };
    const branch = { type: 'branch', option: { target_ids: { '1': A } } };
    const { main } = waysOf([
      { type: 'case_create' },
      { type: 'condition_variable', option: known },
      talk,
      { type: 'digits_receive', option: { duration: 5000, length: 1 } },
      { id: B, ...branch },
      { id: A, type: 'hangup' },
    ]);
    const end = named(main, 'stopped-invalid-action-id@5');
    assert.equal(isDropped(end), true);
    assert.equal(end.shortest.world.refuses, undefined);
    assert.equal(end.earliest, 0);
  });

  test('a refusal of the world that was given is not the reason of an end', () => {
    const menu = [
      { type: 'digits_receive', option: { duration: 5000, length: 1 } },
      { type: 'branch', option: { target_ids: { '1': A } } },
      { id: A, type: 'hangup' },
    ];
    const { main } = waysOf(menu, 10_000, { refuses: { email_send: 'no credit' } });
    assert.equal(isDropped(named(main, 'stopped-invalid-action-id@2')), true);
  });

  test('what happens in calls that are placed only after a refusal is not of the doing of the flow', () => {
    const party = { type: 'tel', target: '+15550100002' };
    const inner = { type: 'branch', option: { target_ids: { '1': A } } };
    const call = (actions: readonly object[]) => ({
      type: 'call',
      option: { source: party, destinations: [party], actions },
    });
    const known = { variable: '${contact_case_id}', value_type: 'length', condition: '==', value_length: 0 };
    const { all } = waysOf([
      { type: 'case_create' },
      { type: 'condition_variable', option: { ...known, false_target_id: A } },
      call([inner]),
      { id: A, ...call([inner]) },
    ]);
    assert.deepEqual(
      all.map(({ found }) => found.ends.some(isDropped)),
      [false, false, true],
    );
  });

  test('a call without anybody to call is', () => {
    const end = named(
      waysOf([{ type: 'connect', option: { source: {}, destinations: [] } }]).main,
      'stopped-no-outgoing-call@1',
    );
    assert.equal(isDropped(end), true);
  });
});
