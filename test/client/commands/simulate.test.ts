import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { simulate } from '../../../client/commands/simulate';
import { timelineOf } from '../../../client/run/timeline';
import { marksOf } from '../../../client/run/traceModel';
import { deskWith, documentOf, memoryOf } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';
import { root } from '../../support/repository';

const example = (name: string) => documentOf(readFileSync(join(root, 'examples', name), 'utf8'), name);
const asking = { say: 'Ask Me' };
const quiet = { say: 'Run to the End' };

suite('simulate', () => {
  test('runs to the end on what it assumes, and shows the way as that of a call', async () => {
    const ui = fakeUi([quiet]);
    const desk = deskWith(example('voicemail.flow.json'), { ui });
    await simulate(desk);
    const [run] = desk.runs.list();
    assert.ok(run);
    assert.equal(run.phase, 'ended');
    assert.equal(run.trace.steps[0]?.decided, '+15550101001: normal');
    assert.match(
      timelineOf(run)
        .map(({ text }) => text)
        .join('\n'),
      /The world does not say what \+15550101001 does: it answers after 5 s/,
    );
    assert.ok(ui.ran.includes('voipbin.call.focus'));
    assert.match(
      ui.shown.at(-1) ?? '',
      /voicemail → simulated, 14:03: .* of simulated time, \d+ of 101 executions used/,
    );
  });

  test('asks for keys as the flow needs them, with what the caller heard', async () => {
    const ui = fakeUi([asking, { say: '7' }, { say: '2' }]);
    const desk = deskWith(example('branch-menu.flow.json'), { ui });
    await simulate(desk);
    ui.done();
    assert.match(ui.shown[1] ?? '', /What does the caller press within 6 s after hearing "Welcome to Harbour Bikes/);
    const marks = marksOf(desk.runs.list()[0]?.trace ?? assert.fail());
    assert.deepEqual(
      marks.map(({ type, count, decided }) => `${type} ${count} ${decided ?? ''}`.trim()),
      [
        'talk 2',
        'digits_receive 2 keys 2',
        'branch 2 digits = 2 → talk "A bike for a day is twen…"',
        'talk 1',
        'goto 1 jumps, 1 more → talk "Welcome to Harbour Bikes…"',
        'talk 1',
        'hangup 1',
      ],
    );
  });

  test('asks what called parties do', async () => {
    const ui = fakeUi([asking, { say: 'Is Busy' }]);
    const desk = deskWith(example('voicemail.flow.json'), { ui });
    await simulate(desk);
    assert.match(ui.shown[1] ?? '', /What does \+15550101001 do\?/);
    assert.equal(desk.runs.list()[0]?.trace.steps[0]?.decided, '+15550101001: busy');
  });

  test('closing a question leaves the rest to the simulator', async () => {
    const ui = fakeUi([asking, 'cancelled']);
    const desk = deskWith(example('branch-menu.flow.json'), { ui });
    await simulate(desk);
    ui.done();
    assert.equal(desk.runs.list()[0]?.phase, 'ended');
  });

  test('tells where documentation and engine part', async () => {
    const ui = fakeUi([quiet]);
    const desk = deskWith(example('branch-menu.flow.json'), { ui });
    await simulate(desk);
    const [run] = desk.runs.list();
    assert.equal(run?.trace.used, 101);
    const [parting] = run?.incidents ?? [];
    assert.match(
      parting?.text ?? '',
      /^Documentation and engine part at goto .* As documented it goes on with talk "It seems/,
    );
    assert.match(
      ui.shown.at(-1) ?? '',
      /^warning: .*101 of 101 executions used\. Documentation and engine part on the way/,
    );
    // What goes round and round is to blame, not where it stood in the end.
    assert.match(ui.shown.at(-1) ?? '', /its counter never reaches 0/);
  });

  test('values that nothing sets are asked first; giving up there runs nothing', async () => {
    const text = JSON.stringify([{ type: 'talk', option: { text: 'Hello ${name}', language: 'en-US' } }]);
    const ui = fakeUi([asking, { say: 'Ana' }]);
    const desk = deskWith(documentOf(text), { ui });
    await simulate(desk);
    assert.match(JSON.stringify(desk.runs.list()[0]?.events), /Hello Ana/);
    const none = deskWith(documentOf(text), { ui: fakeUi([asking, 'cancelled']) });
    await simulate(none);
    assert.deepEqual(none.runs.list(), []);
  });

  test('a call in the flow is a run of its own, with marks on its own actions', async () => {
    const desk = deskWith(example('message-and-call.flow.json'), { ui: fakeUi([quiet]) });
    await simulate(desk);
    const [main, placed] = desk.runs.list();
    assert.equal(main?.destination, undefined);
    assert.equal(placed?.destination, '+15550101011, simulated');
    assert.deepEqual(
      marksOf(placed?.trace ?? assert.fail()).map(({ path, type }) => [path.slice(1), type]),
      [
        [[1, 'option', 'actions', 0], 'talk'],
        [[1, 'option', 'actions', 1], 'sleep'],
        [[1, 'option', 'actions', 2], 'talk'],
      ],
    );
  });

  test('the way that was chosen last comes first', async () => {
    const memory = memoryOf();
    const document = example('message-send.flow.json');
    await simulate(deskWith(document, { ui: fakeUi([quiet]), memory }));
    const ui = fakeUi(['cancelled']);
    await simulate(deskWith(document, { ui, memory }));
    assert.match(ui.shown[0] ?? '', /: \$\(run-all\) Run to the End \|/);
  });

  test('a flow with errors runs as far as the engine takes it', async () => {
    const desk = deskWith(documentOf('[ { "type": "goto", "option": { "target_id": "x", "loop_count": 1 } } ]'), {
      ui: fakeUi([quiet]),
    });
    await simulate(desk);
    const [run] = desk.runs.list();
    assert.deepEqual([run?.phase, run?.trace.steps.length], ['ended', 1]);
  });

  test('what cannot be simulated is told', async () => {
    const cases: readonly [text: string, told: RegExp][] = [
      ['{ "flow_id": "aaaaaaaa-0000-4000-8000-000000000001", "destinations": [] }', /names a registered flow/],
      ['{}', /no actions/],
    ];
    for (const [text, told] of cases) {
      const ui = fakeUi();
      await simulate(deskWith(documentOf(text), { ui }));
      assert.match(ui.shown[0] ?? '', told);
    }
    const ui = fakeUi();
    await simulate(deskWith(undefined, { ui }));
    assert.match(ui.shown[0] ?? '', /No flow is open/);
  });
});
