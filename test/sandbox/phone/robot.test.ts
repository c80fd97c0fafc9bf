import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { NOWHERE } from '../../support/ids';
import { ana, openSandbox, someNumber } from '../openSandbox';

const autoAnswer = { after: 1000, talksFor: 10_000 };

async function run(actions: JsonValue, options = {}) {
  const open = openSandbox({ autoAnswer, speed: 0, ...options });
  const begin = open.clock.now();
  const { body } = await open.ask('POST', '/calls', { source: someNumber, destinations: [ana], actions });
  open.clock.advance(0);
  const call = (await open.ask('GET', `/calls/${body.calls[0].id}`)).body;
  const since = (stamp: string) => Date.parse(stamp) - begin;
  return { open, call, answered: since(call.tm_progressing), over: since(call.tm_hangup) };
}

suite('phones that nobody minds', () => {
  test('answer after a second and stay until the flow ends', async () => {
    const { call, answered, over } = await run([{ type: 'sleep', option: { duration: 5000 } }]);
    assert.deepEqual([answered, over], [1200, 6200]);
    assert.deepEqual([call.hangup_by, call.hangup_reason], ['local', 'normal']);
  });

  test('that were called by the flow talk for a while and hang up', async () => {
    const connect = { type: 'connect', option: { source: someNumber, destinations: [ana] } };
    const { over, call } = await run([connect]);
    assert.equal(over, 1200 + 1200 + 10_000);
    assert.deepEqual([call.status, call.hangup_by], ['hangup', 'local']);
  });

  test('leave what has no end after a minute or so, so that every call ends', async () => {
    const waits: JsonValue[] = [
      { type: 'conference_join', option: { conference_id: NOWHERE } },
      { type: 'ai_talk', option: { assistance_type: 'ai', assistance_id: NOWHERE } },
      { type: 'queue_join', option: { queue_id: NOWHERE } },
    ];
    for (const action of waits) {
      const { call, over } = await run([action]);
      assert.equal(call.status, 'hangup', JSON.stringify(action));
      assert.ok(over > 60_000 && over < 120_000, String(over));
    }
  });

  test('do nothing any more once that is switched off', async () => {
    const open = openSandbox({ autoAnswer });
    open.sandbox.phone.autoAnswer = false;
    await open.ask('POST', '/calls', { source: someNumber, destinations: [ana] });
    open.clock.advance(30_000);
    assert.equal(open.onlyLeg().status, 'ringing');
  });

  test('leave nothing behind that time would wait for', async () => {
    const { open } = await run([]);
    assert.deepEqual(open.clock.pending(), []);
  });
});
