import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { callFlow } from '../../../client/commands/callFlow';
import { chooseWorld } from '../../../client/commands/chooseWorld';
import { runCall } from '../../../client/commands/runCall';
import { setTime } from '../../../client/commands/setTime';
import { simulate } from '../../../client/commands/simulate';
import { readChosenWorld } from '../../../client/run/chosenWorld';
import type { ShownRun } from '../../../client/run/run';
import { timelineOf } from '../../../client/run/timeline';
import { deskWith, documentOf, localConnection, memoryOf } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';
import { hastyClock } from '../../support/hastyClock';
import { root } from '../../support/repository';

const hours = documentOf(readFileSync(join(root, 'examples/business-hours.flow.json'), 'utf8'), 'hours.flow.json');
const holiday = documentOf(
  JSON.stringify({ now: '2026-11-22T10:30:00Z', variables: { name: 'Ana' }, refuses: { message_send: 'no credit' } }),
  'holiday.world.json',
);
const heard = (run: ShownRun | undefined) =>
  (run?.events ?? []).flatMap((event) => (event.type === 'said' ? event.text : [])).join(' ');
const first = (run: ShownRun | undefined) => run && timelineOf(run)[0]?.text;

suite('the time that is set', () => {
  test('is the one at which local calls, incoming ones and Simulate begin', async () => {
    const memory = memoryOf();
    const told: string[][] = [];
    for (const time of ['2026-11-18 10:30', '2026-11-18 23:30']) {
      await setTime(deskWith(undefined, { ui: fakeUi([{ say: time }]), memory }));
      const texts: string[] = [];
      const connection = await localConnection();
      const called = deskWith(hours, { ui: fakeUi(), connection, memory });
      await runCall(called);
      await called.settled();
      assert.equal(first(called.runs.list()[0]), `The time is set to ${time} UTC.`);
      texts.push(heard(called.runs.list()[0]));
      const simulated = deskWith(hours, { ui: fakeUi([{ say: 'Run to the End' }]), memory });
      await simulate(simulated);
      assert.equal(first(simulated.runs.list()[0]), `The time is set to ${time} UTC.`);
      texts.push(heard(simulated.runs.list()[0]));
      assert.equal(texts[0], texts[1]);
      told.push(texts);
    }
    assert.notDeepEqual(told[0], told[1]);
  });

  test('is taken back by an empty answer, and has to be a time', async () => {
    const memory = memoryOf();
    const problems: (string | undefined)[] = [];
    const ui = fakeUi();
    const ask: typeof ui.ask = async ({ check }) => {
      problems.push(check?.('tomorrow'), check?.('2026-11-18 10:30'), check?.(' '));
      return { value: '' };
    };
    await setTime(deskWith(undefined, { ui: fakeUi([{ say: '2026-11-18 10:30' }]), memory }));
    await setTime({ ...deskWith(undefined, { ui, memory }), ui: { ...ui, ask } });
    assert.match(problems[0] ?? '', /^Type a date and a time/);
    assert.deepEqual(problems.slice(1), [undefined, undefined]);
    const desk = deskWith(hours, { ui: fakeUi([{ say: 'Run to the End' }]), memory });
    await simulate(desk);
    assert.doesNotMatch(first(desk.runs.list()[0]) ?? '', /The time is set/);
    await setTime(deskWith(undefined, { ui: fakeUi(['cancelled']), memory }));
  });
});

suite('Set Time', () => {
  const clock = { ...hastyClock(), now: () => Date.UTC(2026, 11, 1, 23, 40) };
  async function set(text: string, memory = memoryOf(), buttons = {}) {
    const ui = fakeUi([{ say: text }], buttons);
    await setTime({ ...deskWith(undefined, { ui, memory }), clock });
    await ui.pressed();
    return { told: ui.shown.slice(1), memory };
  }

  test('says what was set, and keeps it so that it means the same tomorrow', async () => {
    const whole = await set(' 2026-11-18 10:30 ');
    assert.deepEqual(whole.told, [
      'information: The time is set to Wednesday 2026-11-18, 10:30 UTC. Local calls and Simulate begin then.',
    ]);
    const zone = await set('2026-11-18 10:30:05 +01:00');
    assert.match(zone.told[0] ?? '', /set to Wednesday 2026-11-18, 09:30 UTC/);
    assert.deepEqual(readChosenWorld(zone.memory), { time: '2026-11-18 09:30:05 UTC' });
  });

  test('a time of day is one of today, and the message says which day that is', async () => {
    for (const text of ['10:30', '10:30 UTC']) {
      const { told, memory } = await set(text);
      assert.match(told[0] ?? '', /^information: The time is set to today, Tuesday 2026-12-01, 10:30 UTC\./);
      assert.deepEqual(readChosenWorld(memory), { time: '2026-12-01 10:30 UTC' });
    }
  });

  test('an empty answer, or the button of the message, is the real time again', async () => {
    const { memory } = await set('9:05', memoryOf(), { 'is set': 'Use Current Time' });
    assert.equal(readChosenWorld(memory).time, undefined);
    await set('9:05', memory);
    const { told } = await set('', memory);
    assert.deepEqual(told, ['information: Local calls and Simulate begin at the current time.']);
    assert.equal(readChosenWorld(memory).time, undefined);
  });

  test('refuses what is neither a date and a time nor a time of day', async () => {
    const problems: (string | undefined)[] = [];
    const ui = fakeUi();
    const ask: typeof ui.ask = async ({ check }) => {
      for (const text of ['9', '10.30', 'tomorrow 9', '12', '11-18 10:30', '2026-02-30 10:30', '25:00', '10:30+01:00'])
        problems.push(check?.(text));
      return 'cancelled';
    };
    await setTime({ ...deskWith(undefined, { ui }), ui: { ...ui, ask } });
    const told = 'Type a date and a time, such as 2026-11-18 10:30, or a time of today, such as 10:30.';
    assert.deepEqual(
      problems,
      Array.from({ length: 8 }, () => told),
    );
  });
});

suite('the world file that is chosen', () => {
  const address = { type: 'tel', target: '+15550101000' };
  const flow = documentOf(
    JSON.stringify([
      { type: 'talk', option: { text: 'Hello ${name}', language: 'en-US' } },
      { type: 'message_send', option: { source: address, destinations: [address], text: 'Hi' } },
    ]),
  );

  test('gives values and answers to local calls and to Simulate, and asks for nothing that it says', async () => {
    const memory = memoryOf();
    const files = [holiday];
    await chooseWorld(deskWith(undefined, { ui: fakeUi([{ say: 'holiday' }]), memory, files }));
    const connection = await localConnection();
    const called = deskWith(flow, { ui: fakeUi(), connection, memory, files });
    await runCall(called);
    await called.settled();
    const simulated = deskWith(flow, { ui: fakeUi([{ say: 'Ask Me' }]), memory, files });
    await simulate(simulated);
    for (const { runs } of [called, simulated]) {
      const [run] = runs.list();
      assert.equal(first(run), 'The world file is holiday.world.json.');
      assert.equal(heard(run), 'Hello Ana');
      assert.match(JSON.stringify(run?.events), /no credit/);
    }
    // Without it, all is as it was.
    await chooseWorld(deskWith(undefined, { ui: fakeUi([{ say: 'No World File' }]), memory, files }));
    const free = deskWith(flow, { ui: fakeUi([{ say: 'Ben' }]), connection, memory, files });
    await runCall(free);
    await free.settled();
    assert.equal(heard(free.runs.list()[0]), 'Hello Ben');
    assert.doesNotMatch(JSON.stringify(free.runs.list()[0]?.events), /no credit/);
  });

  test('leaves the time to Set Time, if both say one', async () => {
    const memory = memoryOf();
    await chooseWorld(deskWith(undefined, { ui: fakeUi([{ say: 'holiday' }]), memory, files: [holiday] }));
    await setTime(deskWith(undefined, { ui: fakeUi([{ say: '2026-11-18 10:30' }]), memory }));
    const desk = deskWith(hours, { ui: fakeUi([{ say: 'Run to the End' }]), memory, files: [holiday] });
    await simulate(desk);
    const [run] = desk.runs.list();
    assert.equal(first(run), 'The time is set to 2026-11-18 10:30 UTC. The world file is holiday.world.json.');
    assert.equal(run?.world?.now, '2026-11-18 10:30 UTC');
  });

  test('is told when it cannot be read, and nothing runs', async () => {
    const cases = [
      ['{', /is not JSON/],
      ['{"nwo":1}', /unknown key "nwo"/],
    ] as const;
    for (const [text, problem] of cases) {
      const memory = memoryOf();
      const files = [documentOf(text, 'bad.world.json')];
      await chooseWorld(deskWith(undefined, { ui: fakeUi([{ say: 'Choose a File' }]), memory, files }));
      const ui = fakeUi([], { 'world file': 'Choose World File' });
      const desk = deskWith(flow, { ui, memory, files, connection: await localConnection() });
      await runCall(desk);
      await simulate(desk);
      await callFlow(desk);
      assert.equal(ui.shown.length, 3);
      assert.match(ui.shown[0] ?? '', problem);
      assert.deepEqual(desk.runs.list(), []);
      assert.ok(ui.ran.includes('voipbin.chooseWorld'));
      const opening = deskWith(flow, { ui: fakeUi([], { 'world file': 'Open World File' }), memory, files });
      await simulate(opening);
      assert.equal(opening.opened.at(-1), 'shown bad.world.json');
      const gone = deskWith(flow, { ui: fakeUi(), memory, connection: await localConnection() });
      await runCall(gone);
      assert.match(gone.ui.shown[0] ?? '', /bad\.world\.json cannot be opened/);
    }
  });
});
