import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createDebugPhone } from '../../../client/debug/debugPhone';
import { createPhone } from '../../../client/phone/createPhone';
import { createDebugAdapter, type Running } from '../../../flow/debug';
import { fakeClock } from '../../support/fakeClock';
import { noDeeds } from '../phone/phones';

const menu = [
  { type: 'answer' },
  { type: 'digits_receive', option: { duration: 6000, length: 1 } },
  { type: 'talk', option: { text: 'Thank you', language: 'en-US' } },
];

const settled = () => new Promise((wake) => setImmediate(wake));

/** A debug session with a phone beside it. */
async function debugging(args: object, actions: readonly object[] = menu) {
  const [clock, phone] = [fakeClock(), createPhone(noDeeds)];
  let shown = 0;
  const beside = createDebugPhone(async () => ({ phone, showPhone: async () => void shown++ }));
  const said: string[] = [];
  const adapter = createDebugAdapter({
    send: (message) => {
      const { event, body } = message as { event?: string; body?: { output?: string } };
      if (event === 'output') said.push(body?.output ?? '');
    },
    read: async () => JSON.stringify({ actions }),
    resolve: (path) => path,
    after: clock.after,
    now: clock.now,
    hasPhone: true,
    moved: (running: Running) => beside.moved(running),
    closed: beside.closed,
  });
  let seq = 0;
  const request = async (command: string, given: object = {}) => {
    adapter.receive({ seq: ++seq, type: 'request', command, arguments: given } as never);
    await settled();
    clock.advance(0);
    await settled();
  };
  await request('initialize');
  await request('launch', { program: '/menu.flow.json', ...args });
  await request('configurationDone');
  const leg = () => phone.state.legs.find(({ hasFlow }) => hasFlow);
  return { phone, request, leg, said: () => said.join(''), shown: () => shown };
}

suite('the phone of a debug session', () => {
  test('is shown when the flow waits for a person, takes a key, and says that no time passes', async () => {
    const { phone, leg, said, shown } = await debugging({});
    assert.deepEqual([leg()?.wait?.for, leg()?.pace, leg()?.file, shown()], ['digits', 'patient', 'menu.flow.json', 1]);
    assert.equal(phone.state.selected, leg()?.id);
    assert.match(said(), /The flow waits for keys, 6 s\. Use the phone, or type `press 1`/);
    phone.take({ type: 'press', leg: leg()?.id ?? '', key: '5' });
    assert.deepEqual([leg()?.state, leg()?.lines.map(({ kind }) => kind)], ['over', ['keys', 'said']]);
  });

  test('shows what is awaited while the session is stopped', async () => {
    const { leg, request } = await debugging({ stopOnEntry: true });
    assert.deepEqual([leg()?.state, leg()?.pace], ['ringing', 'stopped']);
    await request('continue', { threadId: 1 });
    await request('pause', { threadId: 1 });
    assert.deepEqual([leg()?.wait?.for, leg()?.pace], ['digits', 'stopped']);
    await request('stepBack', { threadId: 1 });
    assert.equal(leg()?.file, 'menu.flow.json', 'also after going back');
  });

  test('is the one that rings where the flow is over and has placed a call', async () => {
    const ana = { type: 'tel', target: '+15550101011', target_name: 'Ana' };
    const source = { type: 'tel', target: '+15550101000' };
    const call = { type: 'call', option: { source, destinations: [ana], actions: [{ type: 'answer' }] } };
    const { phone } = await debugging({}, [call]);
    const shown = phone.state.legs.find(({ id }) => id === phone.state.selected);
    assert.deepEqual([shown?.state, shown?.to.address], ['ringing', '+15550101011']);
  });

  test('waits for keys no more when the session is stopped after them', async () => {
    const { phone, leg, request } = await debugging({ stopOnEntry: true });
    await request('next', { threadId: 1 });
    await request('next', { threadId: 1 });
    assert.equal(leg()?.wait?.for, 'digits');
    phone.take({ type: 'press', leg: leg()?.id ?? '', key: '5' });
    await request('stackTrace', { threadId: 1 });
    assert.deepEqual([leg()?.state, leg()?.wait, leg()?.pace], ['talking', undefined, 'stopped']);
  });

  test('a session that is restarted begins a new call; one that is ended hangs up', async () => {
    const { phone, leg, request } = await debugging({});
    const before = leg()?.id;
    await request('restart');
    const live = phone.state.legs.filter(({ state }) => state !== 'over');
    assert.equal(live.length, 1);
    assert.notEqual(live[0]?.id, before);
    await request('disconnect');
    assert.ok(phone.state.legs.every(({ state }) => state === 'over'));
  });

  test('has no part in a session that assumes, or is answered in the console', async () => {
    const assumed = await debugging({ world: {} });
    assert.deepEqual([assumed.phone.state.legs, assumed.shown()], [[], 0]);
    const typed = await debugging({ phone: 'console' });
    assert.deepEqual([typed.phone.state.legs, typed.shown()], [[], 0]);
    assert.match(typed.said(), /The flow waits for keys, 6 s\. Type `press 1`/);
  });

  test('is not opened by a flow that asks nothing of a person', async () => {
    const { shown, leg } = await debugging({}, [{ type: 'answer' }]);
    assert.deepEqual([shown(), leg()?.state], [0, 'over']);
  });
});
