import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { simulate } from '../../../client/commands/simulate';
import { endingOf } from '../../../client/run/ending';
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
    assert.equal(run.trace.steps[0]?.decided, '+15550101001 hangs up');
    assert.match(
      timelineOf(run)
        .map(({ text }) => text)
        .join('\n'),
      /No answer is scripted for \+15550101001\. Assumed: it answers after 5 s/,
    );
    assert.ok(ui.ran.includes('voipbin.call.focus'));
    assert.match(endingOf(run).figures, /of simulated time, \d+ of 101 executions used/);
    assert.equal(ui.shown.length, 1, 'an end that was meant is no notification');
  });

  test('asks for a variable that is called like a member of every object', async () => {
    const ui = fakeUi([asking, { say: 'Ann' }]);
    const text =
      '[{ "type": "talk", "option": { "text": "Hi ${__proto__}", "language": "en-US" } }, { "type": "hangup" }]';
    const desk = deskWith(documentOf(text, 'a.flow.json'), { ui });
    await simulate(desk);
    ui.done();
    assert.ok(JSON.stringify(desk.runs.list()[0]?.events).includes('Hi Ann'));
  });

  test('asks for keys as the flow needs them, with what the caller heard', async () => {
    const ui = fakeUi([asking, { say: '7' }, { say: '2' }]);
    const desk = deskWith(example('branch-menu.flow.json'), { ui });
    await simulate(desk);
    ui.done();
    assert.match(
      ui.shown[1] ?? '',
      /The caller hears "Welcome to Harbour Bikes.*" What does the caller press within 6 s\?/,
    );
    const marks = marksOf(desk.runs.list()[0]?.trace ?? assert.fail());
    assert.deepEqual(
      marks.map(({ type, count, decided }) => `${type} ${count} ${decided ?? ''}`.trim()),
      [
        'talk 2',
        'digits_receive 2 key 2',
        'branch 2 key 2 → talk "A bike…"',
        'talk 1',
        'goto 1 jumps every time → talk "Welcom…"',
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
    assert.equal(desk.runs.list()[0]?.trace.steps[0]?.decided, '+15550101001 is busy');
  });

  test('Escape simulates nothing, and a button leaves the rest to the simulator', async () => {
    const rest = { say: 'Assume the Rest' };
    for (const name of ['branch-menu.flow.json', 'voicemail.flow.json']) {
      const none = deskWith(example(name), { ui: fakeUi([asking, 'cancelled']) });
      await simulate(none);
      assert.deepEqual(none.runs.list(), []);
      const ui = fakeUi([asking, rest]);
      const desk = deskWith(example(name), { ui });
      await simulate(desk);
      ui.done();
      assert.equal(desk.runs.list()[0]?.phase, 'ended');
    }
  });

  test('shows all that the caller hears before it asks for keys', async () => {
    const long = 'Press 1 for sales. '.repeat(20).trim();
    const say = (text: string) => ({ type: 'talk', option: { text, language: 'en-US' } });
    const keys = (length: number) => ({ type: 'digits_receive', option: { duration: 3000, length } });
    const flow = [say('<speak>Welcome.</speak>'), say(long), keys(1), say('Once more.'), keys(2)];
    const ui = fakeUi([asking, { say: '1' }, { say: '2' }]);
    await simulate(deskWith(documentOf(JSON.stringify(flow)), { ui }));
    assert.ok(ui.shown[1]?.includes(`The caller hears "Welcome. ${long}" What does the caller press within 3 s?`));
    assert.ok(ui.shown[2]?.includes('The caller hears "Once more." What'), ui.shown[2]);
  });

  test('the value of a secret is typed hidden', async () => {
    const text = JSON.stringify([{ type: 'talk', option: { text: '${name} ${api_token}', language: 'en-US' } }]);
    const ui = fakeUi([asking, { say: 'Ana' }, { say: 'x' }]);
    await simulate(deskWith(documentOf(text), { ui }));
    assert.deepEqual(
      ui.shown.slice(1).map((item) => item.endsWith('(hidden)')),
      [false, true],
    );
  });

  test('tells where documentation and engine differ', async () => {
    const ui = fakeUi([quiet]);
    const desk = deskWith(example('branch-menu.flow.json'), { ui });
    await simulate(desk);
    const [run] = desk.runs.list();
    assert.equal(run?.trace.used, 101);
    const [parting] = run?.incidents ?? [];
    assert.match(
      parting?.text ?? '',
      /^Documentation and engine differ at goto .* According to the documentation it continues with talk "It seems/,
    );
    assert.match(ui.shown.at(-1) ?? '', /^warning: branch-menu\.flow\.json: The flow used up its 101 executions\.$/);
    // What goes round and round is to blame, not where it stood in the end.
    assert.match(run ? endingOf(run).text : '', /its counter never reaches 0/);
  });

  test('tells of a placed call where documentation and engine differ there', async () => {
    const party = { type: 'tel', target: '+15550100002' };
    const menu = [{ type: 'branch', option: { target_ids: {} } }, { type: 'beep' }];
    const call = { type: 'call', option: { source: party, destinations: [party], actions: menu } };
    const desk = deskWith(documentOf(JSON.stringify([call])), { ui: fakeUi([quiet]) });
    await simulate(desk);
    const [main, placed] = desk.runs.list();
    assert.deepEqual(main?.incidents, []);
    assert.match(
      placed?.incidents[0]?.text ?? '',
      /^Documentation and engine differ at branch.* the documentation it continues with beep; the engine ends there\./,
    );
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
      [
        '{ "flow_id": "aaaaaaaa-0000-4000-8000-000000000001", "destinations": [] }',
        /has only the id of a registered flow/,
      ],
      ['{}', /no actions/],
    ];
    for (const [text, told] of cases) {
      const ui = fakeUi();
      await simulate(deskWith(documentOf(text), { ui }));
      assert.match(ui.shown[0] ?? '', told);
    }
    const ui = fakeUi();
    await simulate(deskWith(undefined, { ui }));
    assert.match(ui.shown[0] ?? '', /No flow is in front/);
  });
});
