import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { scriptedWorld, simulate, type WorldScript } from '../../../flow';
import { caseOfCall, readTestedFlow, runningTests, type SeenCall, type TestFile } from '../../../flow/tests';
import { inputOf } from '../../../flow/tests/testedFlow';
import { readText } from '../../support/repository';

const flowOf = (text: string) => {
  const flow = readTestedFlow(text, 'm.flow.json');
  return typeof flow === 'string' ? assert.fail(flow) : flow;
};
const flow = flowOf(readText('examples/branch-menu.flow.json'));

/** What a file has, the file, the world of the call, and what the case says beside the hang-up. */
type Row = [string, Partial<TestFile>, WorldScript, WorldScript | undefined];

/** A call of the menu as VoIPbin tells of it: its actions, and when the caller hung up. */
function seen(world: WorldScript): SeenCall {
  const { events } = simulate(inputOf(flow, world, undefined) ?? assert.fail(), scriptedWorld(world));
  const actions = events.flatMap((event) =>
    event.type === 'action' && event.place?.path
      ? [{ path: event.place.path, type: event.action, option: event.option ?? {}, at: event.time }]
      : [],
  );
  const hungUpAt = world.hangs_up_at;
  return { actions, startedAt: 0, hungUpAt, callees: [], source: undefined, variables: {}, referenceType: 'call' };
}

const recordedInto = (file: Partial<TestFile>, world: WorldScript) => {
  const whole = { cases: [], ...file };
  const { case: made, isSame } = caseOfCall(flow, seen(world), whole);
  const [result] = runningTests(flow, { ...whole, cases: [made] });
  return { made, isSame, failures: result?.failures.map(({ message }) => message) };
};

suite('a case of a call on a real VoIPbin', () => {
  for (const [what, file, world, own] of [
    ['keys that the caller did not press', { world: { digits: ['2'] } }, { hangs_up_at: 20_000 }, { digits: [] }],
    ['the keys that the caller pressed', { world: { digits: ['2'] } }, { digits: ['2'] }, {}],
    ['the meaning of the documentation', { semantics: 'documented' }, { digits: ['7', '2'] }, { digits: ['', '2'] }],
    [
      'another trigger',
      { world: { reference_type: 'api' } },
      { digits: ['2'] },
      { reference_type: 'call', digits: ['2'] },
    ],
    ['another hang-up', { world: { hangs_up_at: 1000 } }, { hangs_up_at: 20_000 }, undefined],
  ] satisfies Row[])
    test(`goes the way of the call in a file with ${what}`, () => {
      const { made, isSame, failures } = recordedInto(file, world);
      assert.deepEqual([isSame, failures], [true, []]);
      const { hangs_up_at: _, ...rest } = made.world ?? {};
      if (own) assert.deepEqual(rest, own);
      assert.equal(made.semantics, what === 'the meaning of the documentation' ? 'observed' : undefined);
    });

  for (const [what, file] of [
    ['a hang-up', { world: { hangs_up_at: 9000 } }],
    ['a trigger', { trigger: 'api' as const }],
  ] as const)
    test(`says so where the file has ${what} that no case takes back`, () => {
      const { isSame, failures } = recordedInto(file, { digits: ['2'] });
      assert.deepEqual([isSame, (failures ?? []).length > 0], [false, true]);
    });

  test('goes where only the world of the file knows what a URL answers', () => {
    const url = 'https://example.com/list';
    const text = `[{ "type": "fetch", "option": { "event_url": "${url}" } }, { "type": "hangup" }]`;
    const fetching = flowOf(text);
    const body = '[{ "type": "digits_receive", "option": { "duration": 100, "length": 1 } }]';
    const file: TestFile = { world: { fetch: { [url]: { status: 200, body } } }, cases: [] };
    const actions = [0, 1].map((at) => ({
      path: [at],
      type: ['fetch', 'hangup'][at] ?? '',
      option: {},
      at: undefined,
    }));
    const call = { ...seen({}), actions, hungUpAt: undefined };
    const { case: made, isSame } = caseOfCall(fetching, call, file);
    assert.equal(isSame, true);
    assert.equal(made.world?.fetch, undefined);
  });
});
