import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { explore } from '../../../flow/explore';
import type { JsonObject } from '../../../flow/json/jsonValue';
import type { WorldScript } from '../../../flow/simulator';
import { branch, connect, hangup, party, say, stop } from '../../support/actions';
import { inputOf } from '../../support/arbitraryFlows';
import { assertExplored } from '../../support/assertExplored';
import { A, B } from '../../support/ids';

const call = (count: number) => ({
  type: 'call',
  option: { source: party, destinations: new Array<typeof party>(count).fill(party), actions: [hangup] },
});
const menu = [branch({ '1': A }, B), { id: A, ...hangup }, { id: B, ...stop }];

const flows: Readonly<Record<string, (count: number) => JsonObject[]>> = {
  'a connect': (count) => [connect(count), stop],
  'a connect that passes on why a party has left': (count) => [connect(count, { relay_reason: true }), stop],
  'a connect during which keys count': (count) => [connect(count), ...menu],
  'a call': (count) => [call(count), stop],
};

/** How many calls are tried. */
const waysOf = (actions: JsonObject[]) => {
  const found = explore(inputOf(actions));
  assert.equal(found.complete, true);
  return found.ends.reduce((sum, { ways }) => sum + ways, 0);
};

suite('explore: called parties', () => {
  for (const [name, make] of Object.entries(flows)) {
    test(`${name} to many: each party more costs the same`, () => {
      const [ten, twenty, thirty] = [10, 20, 30].map((count) => waysOf(make(count)));
      assert.equal((thirty ?? 0) - (twenty ?? 0), (twenty ?? 0) - (ten ?? 0));
    });
  }

  test('of more than fifty only fifty answer alone', () => {
    const actions = (count: number) => [connect(count), stop];
    assert.equal(waysOf(actions(60)), waysOf(actions(51)));
    assert.ok(waysOf(actions(50)) > waysOf(actions(40)));
  });

  test('two connects to many do not multiply', () => {
    const states = (count: number) => explore(inputOf([connect(count), say(), connect(count), stop])).states;
    assert.equal(states(30) - states(20), states(20) - states(10));
  });

  test('each answers alone', () => {
    assertExplored(
      inputOf([connect(4), ...menu]),
      [0, 1, 2, 3].flatMap((answers) =>
        [1000, 7000].map((at) => ({
          callees: [0, 1, 2, 3].map((leg) => (leg === answers ? ('answers' as const) : ('no_answer' as const))),
          keys: [{ at, keys: '1' }],
        })),
      ),
    );
  });

  test('why the first of twelve has left', () => {
    const others = new Array<'answers' | 'no_answer'>(11).fill('no_answer').with(0, 'answers');
    assertExplored(inputOf([connect(12, { relay_reason: true }), stop]), [
      { callees: ['busy', ...others] },
      { callees: ['fails', ...others] },
      { callees: ['no_answer', ...others] },
      { callees: [{ does: 'no_answer', after: 3000 }, ...others] },
    ]);
  });

  test('the caller hangs up while many ring, and while one talks', () => {
    const { ends } = explore(inputOf([connect(10), stop]));
    const hangsUp = ends.find(({ id }) => id === 'caller-hangs-up');
    assert.equal(hangsUp?.shortest.world.hangs_up_at, 500);
    assert.ok((hangsUp?.longest ?? 0) > 5000);
  });

  const detects = { type: 'amd', option: { machine_handle: 'hangup', async: true } };
  const leaves = { does: 'answers', after: 100, hangs_up_after: 100 } as const;
  const detected: Readonly<Record<string, readonly [JsonObject[], WorldScript]>> = {
    'a party of three leaves': [[connect(3), stop], { callees: [leaves, 'busy', 'no_answer'] }],
    'the first of three is busy': [
      [connect(3, { relay_reason: true }), stop],
      { callees: [{ does: 'busy', after: 100 }, leaves, 'busy'] },
    ],
    'a key is pressed while a party talks': [
      [connect(2), ...menu],
      { callees: [{ ...leaves, hangs_up_after: 1000 }, 'busy'], keys: [{ at: 300, keys: '1' }] },
    ],
  };
  for (const [name, [actions, world]] of Object.entries(detected)) {
    test(`before a detector hangs up, ${name}`, () =>
      assertExplored(inputOf([detects, ...actions]), [world], { amd: 'machine' }));
  }
});
