import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { countingIds } from '../../../flow/simulator/ids';
import { ana, type OpenSandbox, openSandbox, someNumber } from '../openSandbox';

const bo = { type: 'tel', target: '+15550101012' };
const talk = (text: string) => ({ type: 'talk', option: { text, language: 'en-US' } });
const sleep = { type: 'sleep', option: { duration: 5000 } };

async function place(open: OpenSandbox, actions: object[], to: object = ana) {
  const body = { source: someNumber, destinations: [to], actions };
  const [{ id, activeflow_id }] = (await open.ask('POST', '/calls', JSON.parse(JSON.stringify(body)))).body.calls;
  return { id, activeflow_id };
}

async function isOver(open: OpenSandbox, { id, activeflow_id }: { id: string; activeflow_id: string }) {
  assert.equal((await open.ask('GET', `/calls/${id}`)).body.status, 'hangup');
  assert.equal((await open.ask('GET', `/activeflows/${activeflow_id}`)).body.status, 'ended');
  assert.equal(open.sandbox.phone.leg(id), undefined);
}

suite('a fault while a run is driven', () => {
  test('ends that run and its call, is logged, and another call goes on', async () => {
    const open = openSandbox();
    open.sandbox.onTrace((_, event) => {
      if (event.type === 'said' && event.text === 'bad') throw new Error('broken inside');
    });
    const bad = await place(open, [sleep, talk('bad'), sleep]);
    const good = await place(open, [sleep, talk('good'), sleep], bo);
    open.clock.advance(1000);
    for (const { id } of [bad, good]) open.sandbox.phone.answer(id);
    open.clock.advance(5000);
    await isOver(open, bad);
    assert.equal(open.sandbox.trace(bad.activeflow_id)?.result?.outcome, 'stopped');
    assert.equal(open.sandbox.phone.leg(good.id)?.saying?.text, 'good');
    const told = open.lines.filter((line) => line.includes('error of the sandbox'));
    assert.match(told[0] ?? '', /^! call \w{8} {2}was ended by an error of the sandbox: Error: broken inside/);
    open.clock.advance(60_000);
    await isOver(open, good);
  });

  test('of the simulator ends that run, whatever it stands at', async () => {
    let isBroken = false;
    const ids = countingIds();
    const open = openSandbox({
      newId: () => {
        if (isBroken) throw new RangeError('Invalid string length');
        return ids();
      },
    });
    const bad = await place(open, [
      sleep,
      { type: 'conversation_send', option: {} },
      { type: 'recording_start' },
      sleep,
    ]);
    open.clock.advance(1000);
    open.sandbox.phone.answer(bad.id);
    isBroken = true;
    open.clock.advance(5000);
    isBroken = false;
    await isOver(open, bad);
    assert.ok(open.lines.some((line) => line.includes('RangeError: Invalid string length')));
    assert.equal((await open.ask('POST', '/flows', { name: 'after' })).status, 200);
  });

  test('that comes again while the run is ended still leaves nothing of it', async () => {
    const open = openSandbox();
    open.sandbox.onTrace((_, { type }) => {
      if (type === 'said' || type === 'end') throw new Error('again');
    });
    const bad = await place(open, [talk('bad'), sleep]);
    open.clock.advance(1000);
    open.sandbox.phone.answer(bad.id);
    open.clock.advance(1000);
    await isOver(open, bad);
    assert.ok(open.lines.some((line) => line.includes('cannot be ended properly: Error: again')));
  });

  test('of a phone, while a request is answered, does not stop the clock', async () => {
    const open = openSandbox();
    let isBroken = true;
    open.sandbox.phone.subscribe(() => {
      if (isBroken) throw new Error('a phone is broken');
    });
    const answer = await open.ask('POST', '/calls', { source: someNumber, destinations: [ana], actions: [sleep] });
    assert.equal(answer.status, 500);
    isBroken = false;
    const good = await place(open, [talk('good'), sleep], bo);
    open.clock.advance(1000);
    open.sandbox.phone.answer(good.id);
    assert.equal(open.sandbox.phone.leg(good.id)?.saying?.text, 'good');
  });

  test('of the URL that is asked is an answer that did not come', async () => {
    const open = openSandbox({
      fetchActions: () => {
        throw new Error('no such network');
      },
    });
    const bad = await place(open, [{ type: 'fetch', option: { event_url: 'https://flows.example.com/' } }]);
    open.clock.advance(1000);
    open.sandbox.phone.answer(bad.id);
    await new Promise(setImmediate);
    await isOver(open, bad);
    assert.equal(open.sandbox.trace(bad.activeflow_id)?.result?.error, 'fetch failed');
  });
});
