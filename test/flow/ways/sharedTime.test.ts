import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { readFlow } from '../../../flow/model/flowModel';
import { exploringWays } from '../../../flow/ways';
import { sharedTime } from '../../../flow/ways/sharedTime';
import { connect, hangup, ifEqual, party } from '../../support/actions';
import { inputOf } from '../../support/arbitraryFlows';
import { A } from '../../support/ids';

suite('ways: the time for all lists', () => {
  test('each exploration gets half of what is left, the last one all', () => {
    let now = 100;
    const time = sharedTime({ now: () => now, most: 60 }, 3);
    assert.equal(time.next().most, 30);
    // It took less, so that the others have more.
    now += 10;
    assert.equal(time.next().most, 25);
    time.add(1);
    now += 20;
    assert.equal(time.next().most, 15);
    now += 10;
    assert.equal(time.next().most, 20);
    assert.equal(time.isUp, false);
    now += 100;
    assert.equal(time.next().most, 0);
    assert.equal(time.isUp, true);
  });

  test('the flows of a placed list, and the other meaning, count within it', () => {
    const place = (actions: readonly object[]) => ({
      type: 'call',
      option: { source: party, destinations: [party], actions },
    });
    const cases = Array.from({ length: 12 }, (_, at) => ifEqual('${v}', `k${at}`, A));
    const list = [...cases, ...new Array(5).fill(connect(50, { relay_reason: true })), { id: A, ...hangup }];
    const actions = [ifEqual('${v}', 'x', A), { id: A, ...place(list) }, place(list)] as unknown as JsonValue;
    const model = readFlow(JSON.stringify({ actions }));
    let taken = 0;
    const going = exploringWays(model, inputOf(actions), {
      semantics: 'observed',
      time: { now: () => taken, most: 200 },
    });
    let step = going.next();
    for (; !step.done; step = going.next()) taken++;
    assert.ok(taken < 400, `${taken} steps`);
    assert.equal(step.value.length, 3);
    for (const { found, other } of step.value) {
      assert.ok(found.ends.length > 0 && other.ends.length > 0);
    }
  });
});
