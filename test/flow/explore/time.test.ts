import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type ExploreOptions, exploring } from '../../../flow/explore';
import { connect } from '../../support/actions';
import { inputOf } from '../../support/arbitraryFlows';

/** Takes one step after the other; the time passes with the steps, and `late` more are taken when it is over. */
function explored(actions: Parameters<typeof inputOf>[0], steps: number, options: ExploreOptions = {}) {
  let taken = 0;
  const time = { now: () => taken, most: steps };
  const going = exploring(inputOf(actions), { ...options, time });
  let step = going.next();
  for (; !step.done; step = going.next()) taken++;
  return { found: step.value, late: taken - steps };
}

/** Such a flow has more ways than can be followed in any time. */
const manyParties = (count: number) => new Array(count).fill(connect(50, { relay_reason: true }));

suite('explore: the time', () => {
  test('when it is over, one call is followed to its end, and no more', () => {
    const { found, late } = explored(manyParties(8), 0);
    assert.deepEqual([found.complete, found.leftOut, found.ends.length > 0], [false, 'time', true]);
    // A step for each action of that call, and for each end and edge that it has.
    assert.ok(late < 40, `${late} steps`);
  });

  test('single calls are followed within the time, not after it', () => {
    const { found, late } = explored(manyParties(8), 10);
    assert.deepEqual([found.leftOut, found.ends.length > 0], ['time', true]);
    assert.ok(late < 40, `${late} steps`);
  });
});
