import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { recordTest, type TestsBeside } from '../../../client/commands/recordTest';
import { runCall } from '../../../client/commands/runCall';
import { simulate as simulateCommand } from '../../../client/commands/simulate';
import { createRunView } from '../../../client/debug/showRun';
import { emptyTrace, type RunTrace } from '../../../client/run/traceModel';
import { type RunInput, scriptedWorld, simulate, type WorldScript } from '../../../flow';
import { createSession, type Launch } from '../../../flow/debug';
import { readFlow } from '../../../flow/model/flowModel';
import { caseRun, readTestedFlow, runningTests, type TestCase } from '../../../flow/tests';
import type { Sandbox } from '../../../sandbox';
import { deskWith, documentOf, localConnection, memoryOf } from '../../support/commandContext';
import { fakeClock } from '../../support/fakeClock';
import { fakeUi } from '../../support/fakeUi';
import { readText } from '../../support/repository';
import { runOf } from '../../support/runOf';

/** A test file beside a flow, with the text that it has. */
function writer(text?: string) {
  const written: { uri: string; recordedCase: TestCase }[] = [];
  const write = async (uri: string): Promise<TestsBeside> => ({
    name: 'f.flow.test.json',
    text,
    isFlow: (named) => uri.endsWith(named),
    add: async (cases) => void written.push(...cases.map((recordedCase) => ({ uri, recordedCase }))),
  });
  return { write, written };
}

/** Whether a case passes on its flow. */
function failuresOf(text: string, recordedCase: TestCase): readonly string[] {
  const flow = readTestedFlow(text, 'menu.flow.json');
  assert.ok(typeof flow !== 'string');
  return [...runningTests(flow, { cases: [recordedCase] })].flatMap(({ failures }) =>
    failures.map(({ message }) => message),
  );
}

suite('recordTest', () => {
  test('makes a case of what happened, and says so where nothing did', async () => {
    const ui = fakeUi();
    const desk = deskWith(undefined, { ui });
    const { write, written } = writer();
    await recordTest(desk, write);
    assert.match(ui.shown[0] ?? '', /There is no call to record/);
    desk.runs.add(runOf({ id: 'listed' }));
    await recordTest(desk, write);
    assert.match(ui.shown.at(-1) ?? '', /No action of .* has run yet/);
    const text = '[{ "type": "digits_receive", "option": { "duration": 3000, "length": 1 } }, { "type": "hangup" }]';
    const input = { actions: JSON.parse(text), referenceType: 'call' };
    const { events } = simulate(input, scriptedWorld({ digits: ['4'] }));
    const document = { ...runOf({}).document, text, uri: 'file:///f.flow.json' };
    desk.runs.add(runOf({ id: 'told', phase: 'ended', events, document }));
    await recordTest(desk, write, 'told');
    assert.deepEqual(
      written.map(({ uri, recordedCase }) => `${uri}: ${recordedCase.name}`),
      ['file:///f.flow.json: the caller presses 4'],
    );
  });

  test('says so where the call goes on; what a real VoIPbin tells of it is too little then', async () => {
    const text = '[{ "type": "digits_receive", "option": { "duration": 3000, "length": 1 } }, { "type": "hangup" }]';
    const input = { actions: JSON.parse(text), referenceType: 'call' };
    const { events } = simulate(input, scriptedWorld({ digits: ['4'] }));
    const document = { ...runOf({}).document, text, uri: 'file:///f.flow.json' };
    const desk = deskWith(undefined, { ui: fakeUi() });
    const { write, written } = writer();
    const trace = { ...emptyTrace, steps: [{ type: 'answer', path: [0], at: 0 }] } as unknown as RunTrace;
    desk.runs.add(runOf({ phase: 'running', trace, document }));
    await recordTest(desk, write);
    assert.deepEqual([written.length, desk.ui.shown.length], [0, 1]);
    assert.match(desk.ui.shown.at(-1) ?? '', /Record it when it is over/);
    desk.runs.add(runOf({ id: 'debugged', phase: 'running', events: events.slice(0, -3), document }));
    await recordTest(desk, write);
    assert.deepEqual([written.length, desk.ui.shown.length], [1, 2]);
    assert.match(desk.ui.shown.at(-1) ?? '', /expects only what has happened so far/);
  });

  test('writes nothing into what is not a test file or tests another flow, and says why', async () => {
    const text = '[{ "type": "hangup" }]';
    const { events } = simulate({ actions: JSON.parse(text), referenceType: 'call' });
    const desk = deskWith(undefined, { ui: fakeUi() });
    const document = { ...runOf({}).document, text, uri: 'file:///f.flow.json' };
    desk.runs.add(runOf({ phase: 'ended', events, document }));
    for (const [beside, told] of [
      ['[]', /is not a test file/],
      ['null', /is not a test file/],
      ['// nothing', /is not a test file/],
      ['{ "cases": 5 }', /is not a test file/],
      ['{ broken', /is not a test file/],
      ['{ "flow": "./other.flow.json", "cases": [] }', /tests another flow/],
    ] as const) {
      const { write, written } = writer(beside);
      await recordTest(desk, write);
      assert.match(desk.ui.shown.at(-1) ?? '', told, beside);
      assert.deepEqual(written, [], beside);
    }
    const { write, written } = writer('{ "flow": "f.flow.json", "cases": [] }');
    await recordTest(desk, write);
    assert.equal(written.length, 1);
  });

  test('keeps what the world was known to do: the time, what URLs answer', async () => {
    const flow = readText('examples/business-hours.flow.json');
    const desk = deskWith(documentOf(flow, 'business-hours.flow.json'), {
      ui: fakeUi([{ say: 'Run to the End' }]),
      memory: memoryOf({ 'voipbin.world': { time: '2026-11-22 10:30' } }),
    });
    await simulateCommand(desk);
    const { write, written } = writer();
    await recordTest(desk, write);
    const recordedCase = written[0]?.recordedCase ?? assert.fail('nothing was recorded');
    assert.equal(Date.parse(recordedCase.world?.now ?? ''), Date.UTC(2026, 10, 22, 10, 30));
    assert.deepEqual(failuresOf(flow, recordedCase), []);
  });
});

suite('recordTest of a debug session', () => {
  test('has the keys that were pressed in it, and the world that it was given', async () => {
    const text = `[
      { "type": "fetch", "option": { "event_url": "https://example.com/a" } },
      { "type": "digits_receive", "option": { "duration": 3000, "length": 1 } },
      { "type": "hangup" }
    ]`;
    const script: WorldScript = {
      fetch: { 'https://example.com/a': { status: 200, body: '[{ "type": "answer" }]' } },
    };
    const document = documentOf(text, 'f.flow.json');
    const desk = deskWith(document, { ui: fakeUi() });
    const view = createRunView(async () => desk.runs);
    const clock = fakeClock();
    const input: RunInput = { actions: JSON.parse(text), referenceType: 'call', path: [] };
    const launch: Launch = { input, options: {}, world: () => scriptedWorld(script), asks: true };
    const session = createSession(launch, 0, clock, {});
    session.resume('continue');
    clock.advance(0);
    session.happen([{ does: 'key', key: '4' }], 1);
    clock.advance(0);
    assert.equal(session.state, 'over');
    view.moved(session, () => ({ document, model: readFlow(text), place: 'debugger', world: script }));
    await new Promise((resolve) => setImmediate(resolve));
    const { write, written } = writer();
    await recordTest(desk, write);
    const recordedCase = written[0]?.recordedCase;
    assert.deepEqual(recordedCase?.world, { ...script, digits: ['4'] });
    assert.deepEqual(desk.ui.shown, []);
  });
});

suite('recordTest of a call followed on a real VoIPbin', () => {
  /** Plays an example on a VoIPbin that tells no more than the real one does, and records the call. */
  async function recorded(name: string, play: (sandbox: Sandbox) => void) {
    const text = readText(`examples/${name}.flow.json`);
    const connection = await localConnection('cloud');
    play(connection.voipbin.sandbox);
    const ui = fakeUi([{ type: '+15550101021' }, { say: '+15550101000' }, { say: 'Call' }]);
    const desk = deskWith(documentOf(text, `${name}.flow.json`), { ui, connection });
    await runCall(desk);
    await desk.settled();
    const run = desk.runs.list().at(-1) ?? assert.fail('nothing ran');
    assert.equal(run.events, undefined);
    const { write, written } = writer();
    await recordTest(desk, write, run.id);
    const recordedCase = written[0]?.recordedCase ?? assert.fail(ui.shown.join('\n'));
    return { text, recordedCase, run, shown: ui.shown };
  }

  const pressing =
    (...prompts: readonly string[]) =>
    ({ phone }: Sandbox) => {
      const left = [...prompts];
      phone.subscribe((event) => {
        if (event.type !== 'waiting' || event.waiting.for !== 'digits') return;
        const keys = left.shift();
        if (keys === 'hangup') queueMicrotask(() => phone.hangup(event.leg.id));
        else for (const key of keys ?? '') queueMicrotask(() => phone.press(event.leg.id, key));
      });
    };

  test('finds the keys by the way that the flow took', async () => {
    const { text, recordedCase, run } = await recorded('branch-menu', pressing('7', '2'));
    assert.deepEqual(recordedCase.world?.digits?.slice(1), ['2']);
    assert.equal(recordedCase.expect.ends, 'hangup');
    assert.match(recordedCase.expect.says?.at(-1) ?? '', /twenty dollars/);
    assert.deepEqual(failuresOf(text, recordedCase), []);
    const flow = readTestedFlow(text, 'menu.flow.json');
    assert.ok(typeof flow !== 'string');
    const { input, world } = caseRun(flow, { cases: [] }, recordedCase);
    const { events } = simulate(input, scriptedWorld(world));
    const way = events.flatMap((event) => (event.type === 'action' ? [event.place?.path] : []));
    assert.deepEqual(
      way,
      run.trace.steps.map(({ path }) => path),
    );
  });

  test('tells silence from a key that the menu does not know', async () => {
    const { recordedCase } = await recorded('branch-menu', pressing('', '7', '1'));
    assert.equal(recordedCase.world?.digits?.[0], '');
    assert.equal(recordedCase.world?.digits?.[2], '1');
  });

  test('has the hang-up of the other party', async () => {
    const { text, recordedCase } = await recorded('branch-menu', pressing('7', 'hangup'));
    assert.equal(recordedCase.expect.ends, 'hangup');
    assert.notEqual(recordedCase.world?.hangs_up_at, undefined);
    assert.deepEqual(failuresOf(text, recordedCase), []);
  });
});
