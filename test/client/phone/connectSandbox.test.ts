import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { connectSandbox } from '../../../client/phone/connectSandbox';
import { createPhone } from '../../../client/phone/createPhone';
import type { LegAction } from '../../../client/phone/phoneModel';
import { phoneView } from '../../../client/phone/phoneView';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { seedIds } from '../../../sandbox';
import { ana, openSandbox, someNumber } from '../../sandbox/openSandbox';
import { noDeeds } from './phones';

const workshop = { type: 'tel', target: '+15550101001', name: 'Workshop' };
const talk = (text: string) => ({ type: 'talk', option: { text, language: 'en-US' } });
const digits = { type: 'digits_receive', option: { duration: 6000, length: 1 } };
const connect = { type: 'connect', option: { source: someNumber, destinations: [workshop] } };

/** A local VoIPbin with a phone, and a call that rings on it. */
async function ringing(
  actions: JsonValue,
  destination: JsonValue = ana,
  options: Parameters<typeof openSandbox>[0] = {},
) {
  const open = openSandbox(options);
  const phone = createPhone(noDeeds);
  phone.connect(connectSandbox(open.sandbox, open.clock.now));
  const { status } = await open.ask('POST', '/calls', { source: someNumber, destinations: [destination], actions });
  assert.equal(status, 200);
  open.clock.advance(500);
  const view = () => phoneView(phone.state, phone.now);
  const leg = (title: string) => {
    const found = view().legs.find((leg) => leg.title === title);
    assert.ok(found, `${title} has a phone`);
    return found;
  };
  return {
    ...open,
    phone,
    view,
    leg,
    own: () => leg(ana.target),
    act: (title: string, action: LegAction) => phone.take({ type: 'act', leg: leg(title).id, action }),
  };
}
const texts = ({ lines }: { readonly lines: readonly { readonly text: string }[] }) => lines.map(({ text }) => text);

suite('connectSandbox', () => {
  test('a call rings, speaks, takes a key and is over', async () => {
    const { own, act, phone, clock } = await ringing([talk('One key'), digits, talk('Thank you')]);
    assert.deepEqual([own().state, own().route], ['ringing', 'Called by +15550101000']);
    act(ana.target, 'answer');
    assert.deepEqual([own().state, own().now, texts(own())], ['talking', 'Speaking', ['One key']]);
    clock.advance(1000);
    assert.deepEqual([own().now, own().wantsKeys], ['Waiting for keys', true]);
    phone.take({ type: 'press', leg: own().id, key: '5' });
    assert.deepEqual(texts(own()), ['One key', '5', 'Thank you']);
    clock.advance(1000);
    assert.deepEqual([own().state, own().stateText], ['over', 'VoIPbin hung up']);
  });

  test('a flow that hangs up is told as that, as in the Call view', async () => {
    const { own, act, clock } = await ringing([talk('One'), { type: 'hangup', option: { reason: 'busy' } }]);
    act(ana.target, 'answer');
    clock.advance(5000);
    assert.equal(own().stateText, 'The flow hung up');
  });

  test('a wait in which the call is recorded is no silence', async () => {
    const record = { type: 'recording_start', option: { format: 'wav', duration: 60 } };
    const sleep = { type: 'sleep', option: { duration: 2000 } };
    const { own, act, clock } = await ringing([sleep, record, sleep, { type: 'recording_stop' }, sleep]);
    act(ana.target, 'answer');
    const now: string[] = [];
    for (let waits = 0; waits < 3; waits++) {
      now.push(own().now);
      clock.advance(2000);
    }
    assert.deepEqual(now, ['Silence', 'You are recorded', 'Silence']);
    assert.deepEqual(texts(own()), now);
  });

  test('Hang Up outside the phone is told as what the person did, as the status bar tells it', async () => {
    const { clock, sandbox, ask } = openSandbox();
    const phone = createPhone(noDeeds);
    const hungUpHere = new Set<string>();
    phone.connect(connectSandbox(sandbox, clock.now, (id) => hungUpHere.has(id)));
    const place = async () => {
      const { body } = await ask('POST', '/calls', {
        source: someNumber,
        destinations: [ana],
        actions: [{ type: 'echo' }],
      });
      const { id }: { readonly id: string } = body.calls[0];
      clock.advance(500);
      phone.take({ type: 'act', leg: id, action: 'answer' });
      return id;
    };
    const stateText = (id: string) => phoneView(phone.state, phone.now).legs.find((leg) => leg.id === id)?.stateText;
    const here = await place();
    hungUpHere.add(here);
    await ask('POST', `/calls/${here}/hangup`, {});
    clock.advance(500);
    assert.equal(stateText(here), 'You hung up');
    const elsewhere = await place();
    await ask('POST', `/calls/${elsewhere}/hangup`, {});
    clock.advance(500);
    assert.equal(stateText(elsewhere), 'VoIPbin hung up');
  });

  test('the numbers of the account are there, with the flows that answer them now', async () => {
    const { view, ask, sandbox, phone } = await ringing([]);
    const answers = () => view().dial.numbers.map(({ name, answers: text }) => `${name}: ${text}`);
    const main = () => answers().find((answer) => answer.startsWith('Harbour Bikes'));
    assert.equal(main(), 'Harbour Bikes: "Greeting" answers calls');
    const flow = (await ask('POST', '/flows', { name: 'Replies', actions: [] })).body;
    await ask('PUT', `/numbers/${seedIds.mainNumber}/flow_ids`, { message_flow_id: flow.id });
    assert.equal(main(), 'Harbour Bikes: No flow answers calls, "Replies" messages');
    sandbox.reset();
    assert.equal(phone.state.numbers.length, 3);
    assert.equal(main(), 'Harbour Bikes: "Greeting" answers calls');
  });

  test('time goes on between events', async () => {
    const { own, act, clock } = await ringing([{ type: 'sleep', option: { duration: 9000 } }]);
    act(ana.target, 'answer');
    clock.advance(4000);
    assert.equal(own().clock.elapsed, 4000);
  });

  test('each way not to answer ends the call', async () => {
    for (const [action, said] of [
      ['decline', 'You did not answer'],
      ['noAnswer', 'You did not answer'],
      ['busy', 'You were busy'],
    ] as const) {
      const { own, act } = await ringing([talk('Hello')]);
      act(ana.target, action);
      assert.deepEqual([own().state, own().stateText, texts(own())], ['over', said, []], action);
    }
  });

  test('hanging up in the middle cuts what is said', async () => {
    const { own, act } = await ringing([talk('A text that goes on for a while')]);
    act(ana.target, 'answer');
    act(ana.target, 'hangup');
    assert.deepEqual([own().stateText, own().lines[0]?.isCut], ['You hung up', true]);
  });

  test('on a busy machine a text that is spoken to its end is not cut', async () => {
    let work = () => {};
    const { own, act, clock } = await ringing([talk('One key'), digits], ana, { log: () => work() });
    // Each line of the log takes time.
    work = () => clock.advance(100);
    act(ana.target, 'answer');
    work = () => {};
    clock.advance(2000);
    assert.deepEqual([own().wantsKeys, texts(own()), own().lines[0]?.isCut], [true, ['One key'], undefined]);
  });

  test('a machine that picks up is heard as one', async () => {
    const amd = { type: 'amd', option: { machine_handle: 'hangup', async: false } };
    const { own, act, clock } = await ringing([amd, talk('Hello, human')]);
    act(ana.target, 'machine');
    clock.advance(5000);
    assert.deepEqual([own().state, texts(own()).includes('Hello, human')], ['over', false]);
  });

  test('whom the flow dials has a phone of its own', async () => {
    const { own, leg, act, view, clock } = await ringing([connect, talk('And on')]);
    act(ana.target, 'answer');
    clock.advance(500);
    assert.equal(leg('Workshop').state, 'ringing');
    assert.equal(leg('Workshop').depth, 1);
    assert.equal(view().selected, leg('Workshop').id);
    assert.equal(own().now, 'Ringing Workshop');
    act('Workshop', 'answer');
    assert.deepEqual([own().now, leg('Workshop').canPress], ['Connected with Workshop', false]);
    act('Workshop', 'hangup');
    assert.equal(leg('Workshop').stateText, 'You hung up');
    assert.equal(view().selected, own().id);
    assert.ok(texts(own()).includes('And on'));
  });

  test('all phones of an agent ring, and the first that answers is on the line', async () => {
    const agent = { type: 'agent', target: '' };
    const open = openSandbox();
    const { body } = await open.ask('GET', '/agents');
    agent.target = body.result.find(({ name }: { name: string }) => name === 'Workshop').id;
    const { view, phone } = await ringing([talk('Hello')], agent);
    const [first, second] = view().legs;
    assert.ok(first && second);
    assert.notEqual(first.title, second.title);
    phone.take({ type: 'act', leg: second.id, action: 'answer' });
    assert.deepEqual(
      view().legs.map(({ state, stateText }) => `${state}: ${stateText}`),
      ['over: VoIPbin stopped calling', 'talking: In call'],
    );
  });

  test('a phone that is connected late knows what goes on', async () => {
    const { sandbox, clock, act, own } = await ringing([digits]);
    act(ana.target, 'answer');
    const late = createPhone(noDeeds);
    late.connect(connectSandbox(sandbox, clock.now));
    const [leg] = phoneView(late.state, late.now).legs;
    assert.deepEqual([leg?.id, leg?.state, leg?.wantsKeys], [own().id, 'talking', true]);
  });

  test('a caller from outside has a phone, too', async () => {
    const { sandbox, view } = await ringing([talk('Hello')]);
    const dialled = sandbox.phone.dial('+15550101000');
    assert.ok(dialled.ok);
    const leg = view().legs.find(({ id }) => id === dialled.leg.id);
    assert.deepEqual([leg?.title, leg?.route], ['Ana', 'Calls +15550101000']);
  });

  test('fast: texts take no time, and keys all the time that they have', async () => {
    const { own, act, phone, clock, sandbox } = await ringing([talk('One key'), digits, talk('Thank you')]);
    phone.take({ type: 'speed', speed: 'fast' });
    assert.equal(sandbox.speed, Number.POSITIVE_INFINITY);
    act(ana.target, 'answer');
    clock.advance(0);
    assert.deepEqual([own().wantsKeys, sandbox.speed], [true, 1]);
    clock.advance(5000);
    assert.equal(own().wantsKeys, true);
    phone.take({ type: 'press', leg: own().id, key: '1' });
    clock.advance(0);
    assert.deepEqual([own().state, texts(own())], ['over', ['One key', '1', 'Thank you']]);
  });

  test('nobody else answers while a phone is connected', () => {
    const robot = { after: 1000, talksFor: 5000 };
    const { sandbox, clock } = openSandbox({ autoAnswer: robot });
    const phone = createPhone(noDeeds);
    phone.connect(connectSandbox(sandbox, clock.now));
    assert.equal(sandbox.phone.autoAnswer, false);
    phone.connect(undefined);
    assert.deepEqual(sandbox.phone.autoAnswer, robot);
  });

  test('a sandbox that is reset has no calls', async () => {
    const { sandbox, view } = await ringing([talk('Hello')]);
    sandbox.reset();
    assert.deepEqual(view().legs, []);
  });
});
