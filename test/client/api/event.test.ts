import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readEvent } from '../../../client/api/event';

const call = { id: 'c', status: 'ringing', direction: 'outgoing' };
const activeflow = { id: 'a', status: 'running', current_action: { id: 'x', type: 'talk' } };
const check = (message: unknown) => readEvent(JSON.stringify(message));

suite('readEvent', () => {
  test('a bare call shows by its direction', () => {
    const event = check(call);
    assert.ok(event?.resource === 'call');
    assert.equal(event.call.status, 'ringing');
    assert.equal(event.type, undefined);
  });

  test('a bare activeflow shows by its current action', () => {
    const event = check(activeflow);
    assert.ok(event?.resource === 'activeflow');
    assert.equal(event.activeflow.current_action?.type, 'talk');
  });

  test('an older server wraps it', () => {
    const event = check({ type: 'call_ringing', data: call });
    assert.ok(event?.resource === 'call');
    assert.equal(event.type, 'call_ringing');
  });

  test('a call has a type of its own', () => {
    assert.equal(check({ ...call, type: 'flow' })?.resource, 'call');
  });

  test('others are kept as they are', () => {
    assert.deepEqual(check({ type: 'queue_created', data: { id: 'q' } }), {
      resource: 'other',
      type: 'queue_created',
      data: { id: 'q' },
    });
    assert.equal(check({ direction: 'up' })?.resource, 'other');
  });

  test('what is not an object says nothing', () => {
    for (const text of ['', 'pong', '5', 'null', '[]', '{']) assert.equal(readEvent(text), undefined, text);
  });
});
