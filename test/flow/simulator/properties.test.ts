import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { compareSemantics, type Simulation, simulate } from '../../../flow/simulator';
import * as arbitrary from './support/arbitraryRuns';

/** What has to be true of every run, whatever the flow and the world are. */
function examine({ events, result, children }: Simulation): void {
  const actions = events.filter((event) => event.type === 'action');
  assert.ok(result.limit === undefined || result.used <= result.limit, 'the budget is kept');
  assert.ok(actions.length <= result.used);
  const times = events.map(({ time }) => time);
  assert.ok(
    times.every((time, at) => Number.isFinite(time) && (at === 0 || time >= (times[at - 1] ?? 0))),
    'time goes on',
  );
  assert.equal(events.at(-1)?.type, 'end');
  assert.ok(Object.values(result.variables).every((value) => typeof value === 'string'));
  for (const event of actions) assert.ok(event.place, 'every action has a place');
  children.forEach(examine);
}

suite('a run', () => {
  test('ends and throws nothing, whatever the flow and the world are', () => {
    fc.assert(
      fc.property(
        arbitrary.input,
        arbitrary.world,
        fc.constantFrom('documented' as const, 'observed' as const),
        (input, world, semantics) => examine(simulate(input, world, { semantics })),
      ),
      { numRuns: 400 },
    );
  });

  test('is the same whenever it is made again', () => {
    fc.assert(
      fc.property(arbitrary.input, (input) => assert.deepEqual(simulate(input), simulate(input))),
      { numRuns: 100 },
    );
  });

  test('can be compared between the semantics', () => {
    fc.assert(
      fc.property(arbitrary.input, (input) => {
        const { documented, observed, parting } = compareSemantics(input, () => ({ answer: () => undefined }));
        const same = JSON.stringify(documented.result) === JSON.stringify(observed.result);
        assert.ok(parting !== undefined || documented.result.outcome === observed.result.outcome);
        if (same) assert.ok(parting === undefined || parting.quirks.length > 0);
      }),
      { numRuns: 100 },
    );
  });
});
