import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { canPress, type LegFacts, possibleActions } from '../../../client/phone/phoneModel';
import type { WaitReason } from '../../../flow/catalog/waitReasons';
import { after, ana, anasLeg, legEvent, shop, waits, workshopLeg } from './phones';

const leg = (facts: LegFacts, what?: WaitReason) => {
  const events = [legEvent(facts, facts.state), ...(what ? [waits(what)] : [])];
  const [leg] = after(...events).legs;
  assert.ok(leg);
  return leg;
};
const caller: LegFacts = { ...anasLeg, person: 'calling', from: ana, to: shop };

suite('phoneModel', () => {
  test('what rings can be answered by a person or a machine, or not', () => {
    const all = ['answer', 'decline', 'busy', 'noAnswer', 'machine'];
    assert.deepEqual(possibleActions(leg({ ...anasLeg, state: 'calling' })), all);
    assert.deepEqual(possibleActions(leg({ ...anasLeg, state: 'ringing' })), all);
  });

  test('whoever calls can only hang up', () => {
    assert.deepEqual(possibleActions(leg({ ...caller, state: 'ringing' })), ['hangup']);
  });

  test('in a call one can hang up, and end what has no end of its own', () => {
    const talking: LegFacts = { ...anasLeg, state: 'talking' };
    assert.deepEqual(possibleActions(leg(talking)), ['hangup']);
    assert.deepEqual(possibleActions(leg(talking, 'digits')), ['hangup']);
    for (const what of ['ai', 'conference', 'play'] as const) {
      assert.deepEqual(possibleActions(leg(talking, what)), ['hangup', 'endWait'], what);
    }
  });

  test('what is over is over', () => {
    assert.deepEqual(possibleActions(leg({ ...anasLeg, state: 'over' })), []);
  });

  test('keys reach a flow that is on the line', () => {
    assert.equal(canPress({ ...anasLeg, state: 'ringing' }), false);
    assert.equal(canPress({ ...anasLeg, state: 'talking' }), true);
    assert.equal(canPress({ ...anasLeg, state: 'over' }), false);
    assert.equal(canPress({ ...caller, state: 'ringing' }), true);
    assert.equal(canPress({ ...caller, state: 'over' }), false);
    assert.equal(canPress({ ...workshopLeg, state: 'talking' }), false);
  });
});
