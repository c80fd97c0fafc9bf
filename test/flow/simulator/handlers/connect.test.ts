import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonObject } from '../../../../flow/json/jsonValue';
import type { WorldScript } from '../../../../flow/simulator';
import { A, act, run, say, tel, way } from '../support/flows';

const connect = (destinations: JsonObject[], more: JsonObject = {}) =>
  act('connect', { source: tel('+15550100001'), destinations, ...more });
const object = connect([tel('+15550100002')]);
const after = say('after');

function legs(actions: JsonObject[], world: WorldScript): string[] {
  return run(actions, { world }).simulation.events.flatMap((event) =>
    event.type === 'leg'
      ? [`${event.time} ${event.leg.leg} ${event.leg.status}${event.reason ? ` ${event.reason}` : ''}`]
      : [],
  );
}

suite('connect', () => {
  test('answered: the parties talk, then the flow continues', () => {
    const world = { callees: [{ does: 'answers' as const, after: 4000, hangs_up_after: 20_000 }] };
    assert.deepEqual(legs([object, after], world), ['0 0 ringing', '4000 0 answered', '24000 0 over normal']);
    assert.equal(way([object, after], { world }), '0 pushed/0/0 1 | finished');
  });

  test('busy and not answered: with one party the flow continues', () => {
    for (const does of ['busy', 'no_answer', 'fails'] as const) {
      const world = { callees: [{ does, after: 3000 }] };
      const ran = run([object, after], { world });
      assert.equal(ran.path, '0 pushed/0/0 1');
      assert.deepEqual(ran.said, ['after']);
    }
    assert.deepEqual(legs([object], { callees: ['busy'] }), ['0 0 ringing', '2000 0 over busy']);
  });

  test('with several parties nobody tells the caller that all are gone', () => {
    const two = connect([tel('+15550100002'), tel('+15550100003')]);
    const world: WorldScript = { callees: ['busy', 'busy'], hangs_up_at: 30_000 };
    const { path, simulation } = run([two, after], { world });
    assert.equal(path, '0 pushed/0/0');
    assert.deepEqual(simulation.result.hangup, { by: 'caller', reason: 'normal' });
  });

  test('nor with early media', () => {
    const early = connect([tel('+15550100002')], { early_media: true });
    assert.equal(way([early, after], { world: { callees: ['busy'], hangs_up_at: 9000 } }), '0 pushed/0/0 | hangup');
  });

  test('the caller may hang up while it rings; the party is let go', () => {
    const world: WorldScript = { callees: [{ does: 'answers', after: 9000 }], hangs_up_at: 3000 };
    assert.deepEqual(legs([object, after], world), ['0 0 ringing', '3000 0 over cancel']);
  });

  test('relay_reason hangs up with the reason of the first leg, unless a group call is among them', () => {
    const relay = connect([tel('+15550100002')], { relay_reason: true });
    const world: WorldScript = { callees: ['busy'] };
    const { simulation, path } = run([relay, after], { world });
    assert.equal(path, '0 pushed/0/0 pushed/0/1');
    assert.deepEqual(simulation.result.hangup, { by: 'flow', reason: 'busy' });
    const agent = connect([{ type: 'agent', target: A }], { relay_reason: true });
    assert.equal(way([agent, after], { world }), '0 pushed/0/0 1 | finished');
  });

  test('only four kinds of address ring; without any the flow stops', () => {
    const types = ['tel', 'sip', 'agent', 'extension', 'email', 'conference', 'ai', ''];
    const ringing = types.filter((type) => way([connect([{ type, target: 'x' }])]).includes('pushed'));
    assert.deepEqual(ringing, ['tel', 'sip', 'agent', 'extension']);
    assert.equal(way([connect([]), after]), '0 | stopped: no outgoing call');
  });

  test('works without a source, and not with options that cannot be read', () => {
    assert.equal(way([act('connect', { destinations: [tel('+15550100002')] }), after]), '0 pushed/0/0 1 | finished');
    assert.equal(way([act('connect', { destinations: 'x' }), after]), '0 | stopped: decode');
  });

  test('several parties may answer; the bridge is over when the last is gone', () => {
    const two = connect([tel('+15550100002'), tel('+15550100003')]);
    const world: WorldScript = {
      callees: {
        '+15550100002': { does: 'answers', after: 1000, hangs_up_after: 2000 },
        '+15550100003': { does: 'answers', after: 2000, hangs_up_after: 9000 },
      },
    };
    assert.deepEqual(legs([two, after], world).at(-1), '11000 1 over normal');
  });

  test('a refusal leaves nothing to connect to', () => {
    assert.equal(way([object], { world: { refuses: { connect: 'no balance' } } }), '0 | stopped: no outgoing call');
  });
});
