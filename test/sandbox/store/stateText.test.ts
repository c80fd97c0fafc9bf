import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createStateText } from '../../../sandbox/store/stateText';
import { ana, openSandbox, someNumber } from '../openSandbox';

suite('the text of a state', () => {
  test('is that of the state at any time, whatever has changed since the last one', async () => {
    const { ask, sandbox, clock } = openSandbox({ autoAnswer: { after: 500, talksFor: 500 } });
    const textOf = createStateText();
    const check = () => assert.equal(textOf(sandbox.snapshot()), JSON.stringify(sandbox.snapshot()));
    check();
    const { id } = (await ask('POST', '/flows', { name: 'a', actions: [{ type: 'answer' }] })).body;
    check();
    await ask('PUT', `/flows/${id}`, { name: 'b', actions: [{ type: 'hangup' }] });
    check();
    const talk = { type: 'talk', option: { text: 'Hello', language: 'en-US' } };
    await ask('POST', '/calls', { source: someNumber, destinations: [ana], actions: [talk, talk] });
    for (let second = 0; second < 20; second++) {
      clock.advance(1000);
      check();
    }
    const [contact] = (await ask('GET', '/contacts')).body.result;
    await ask('POST', `/contacts/${contact.id}/tags`, { tag_id: id });
    check();
    await ask('DELETE', `/flows/${id}`);
    check();
    sandbox.reset();
    check();
  });
});
