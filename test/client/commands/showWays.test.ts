import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { playWay, showWays } from '../../../client/commands/showWays';
import { marksOf } from '../../../client/run/traceModel';
import { createWays, type WaysState } from '../../../client/run/ways';
import { type WayRow, wayRows } from '../../../client/waysView/waysTree';
import { deskWith, documentOf } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';
import { hastyClock } from '../../support/hastyClock';
import { root } from '../../support/repository';

const example = (name: string) =>
  documentOf(readFileSync(join(root, 'examples', `${name}.flow.json`), 'utf8'), `${name}.flow.json`);

async function shown(document: ReturnType<typeof documentOf> | undefined, maxStates?: number) {
  const ui = fakeUi();
  const desk = deskWith(document, { ui });
  const ways = createWays(hastyClock(), maxStates);
  await showWays(desk, ways);
  return { ui, desk, ways };
}
const labels = (rows: readonly WayRow[]) => rows.map(({ label }) => label);

suite('show ways of the flow', () => {
  test('lists how calls end, with what happens, and what no call takes', async () => {
    const { ui, ways } = await shown(example('branch-menu'));
    assert.deepEqual(ui.ran, ['setContext voipbin.waysShown true', 'voipbin.ways.focus']);
    const rows = wayRows(ways.state());
    assert.deepEqual(labels(rows), [
      'The caller hung up',
      'Hung up at action 5 (hangup)',
      'Hung up at action 7 (hangup)',
      'Hung up at action 9 (hangup)',
      'Stopped at action 1 (talk "Welcome to Harbour Bikes. For op…")',
      'Only as documented',
      'No call takes these ways',
    ]);
    assert.deepEqual(rows[1]?.description, 'the caller presses 1');
    assert.match(rows[4]?.description ?? '', /presses 4 \(20 times\) · not as documented/);
    assert.deepEqual([rows[4]?.icon, rows[1]?.icon], ['warning', 'call-incoming']);
    assert.deepEqual(labels(rows[1]?.children ?? []), [
      'The flow hung up.',
      'the caller presses 1',
      '13.5 s to 5 min 14.1 s',
      '5 to 100 executions of 101',
    ]);
    assert.deepEqual(labels(rows[5]?.children ?? []), ['Hung up at action 13 (hangup)']);
    assert.deepEqual(
      rows[6]?.children.map(({ description }) => description),
      ['next', 'next'],
    );
    // What the engine does not do cannot be played.
    assert.match(rows[1]?.tooltip ?? '', /Click to play/);
    assert.doesNotMatch(rows[5]?.children[0]?.tooltip ?? 'Click', /Click/);
  });

  test('in an outgoing call the called party acts', async () => {
    const party = (number: number) => ({ type: 'tel', target: `+1555010000${number}` });
    const actions = [{ type: 'talk', option: { text: 'Hello', language: 'en-US' } }];
    const body = { source: party(1), destinations: [party(2)], actions };
    const { ways } = await shown(documentOf(JSON.stringify(body), 'out.json'));
    const said = wayRows(ways.state()).map(({ description }) => description);
    assert.ok(said.includes('the called party answers'), said.join('; '));
    assert.ok(
      said.every((text) => !text.includes('the caller')),
      said.join('; '),
    );
  });

  test('what is assumed is listed', async () => {
    const { ways } = await shown(example('ai-then-queue'));
    const assumed = wayRows(ways.state()).find(({ label }) => label === 'Assumed');
    assert.match(labels(assumed?.children ?? []).join(), /An AI can set variables/);
  });

  test('every row has an id of its own', async () => {
    const { ways } = await shown(example('message-and-call'));
    const ids: string[] = [];
    const collect = (rows: readonly WayRow[]) => {
      for (const { id, children } of rows) {
        ids.push(id);
        collect(children);
      }
    };
    collect(wayRows(ways.state()));
    assert.equal(new Set(ids).size, ids.length);
  });

  test('choosing an end plays its call and marks the lines', async () => {
    const { ui, desk, ways } = await shown(example('branch-menu'));
    const [, second] = wayRows(ways.state());
    assert.ok(second?.plays);
    await playWay(desk, ways, second.plays);
    const [run] = desk.runs.list();
    assert.deepEqual(
      marksOf(run?.trace ?? assert.fail()).map(({ path }) => path.at(-1)),
      [0, 1, 2, 3, 4],
    );
    // Nothing lies over the view in which the next end is chosen, and it keeps the keyboard.
    assert.deepEqual([ui.shown, ui.ran.at(-1)], [[], 'voipbin.ways.focus']);
  });

  test('choosing an end of a placed call plays the flow that places it', async () => {
    const { desk, ways } = await shown(example('message-and-call'));
    const call = wayRows(ways.state()).find(({ label }) => label.startsWith('The call that action 2 (call'));
    const busy = call?.children.find(({ description }) => description === 'the called party is busy');
    assert.ok(busy?.plays);
    await playWay(desk, ways, busy.plays);
    const [whole, placed] = desk.runs.list();
    assert.equal(whole?.trace.steps.length, 2);
    assert.equal(placed?.trace.steps.length, 0);
  });

  test('an edit cancels it, and an old call is not played', async () => {
    const document = example('branch-menu');
    const { ui, desk, ways } = await shown(document);
    const end = { list: 0, end: 'hangup@5' };
    ways.forget('file:///flows/other.flow.json');
    assert.equal(ways.state().kind, 'found');
    ways.forget(document.uri);
    assert.deepEqual(labels(wayRows(ways.state())), ['branch-menu.flow.json has changed']);
    await playWay(desk, ways, end);
    assert.match(ui.shown.at(-1) ?? '', /The flow has changed\./);
    assert.deepEqual(desk.runs.list(), []);
  });

  test('nothing is shown of a file that is closed, whether it was changed before or not', async () => {
    const document = example('branch-menu');
    const { ways } = await shown(document);
    ways.close('file:///flows/other.flow.json');
    assert.equal(ways.state().kind, 'found');
    ways.close(document.uri);
    assert.deepEqual(wayRows(ways.state()), []);
    const { ways: changed } = await shown(document);
    changed.forget(document.uri);
    changed.close(document.uri);
    assert.equal(changed.state().kind, 'none');
  });

  test('an edit while it explores ends the exploration', async () => {
    const document = example('branch-menu');
    const desk = deskWith(document, { ui: fakeUi() });
    // On this clock every look at the time is the end of a slice.
    let now = 0;
    const ways = createWays({ ...hastyClock(), now: () => (now += 1000) });
    const states: WaysState['kind'][] = [];
    ways.onChange(() => {
      const state = ways.state();
      states.push(state.kind);
      if (state.kind === 'exploring' && state.states > 0) ways.forget(document.uri);
    });
    await showWays(desk, ways);
    assert.deepEqual(states, ['exploring', 'exploring', 'old']);
    assert.match(wayRows({ ...ways.state() })[0]?.description ?? '', /Run Show Ways of the Flow again/);
  });

  test('a second exploration takes the place of the first', async () => {
    const desk = deskWith(example('branch-menu'), { ui: fakeUi() });
    let now = 0;
    const ways = createWays({ ...hastyClock(), now: () => (now += 1000) });
    await Promise.all([showWays(desk, ways), showWays(desk, ways)]);
    assert.equal(ways.state().kind, 'found');
  });

  test('a flow too large says first what was explored', async () => {
    const keys = '1234567890';
    const id = (at: number) => `a0000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    const names = ['a', 'b', 'c', 'd', 'e'];
    const actions = [
      ...names.flatMap((key) => [
        { type: 'variable_set', option: { key: 'voipbin.call.digits', value: '' } },
        { type: 'digits_receive', option: { duration: 5000, length: 1 } },
        { type: 'variable_set', option: { key, value: '${voipbin.call.digits}' } },
      ]),
      ...names.map((variable) => ({
        type: 'branch',
        option: {
          variable,
          default_target_id: id(1),
          target_ids: Object.fromEntries([...keys].map((key) => [key, id(1)])),
        },
      })),
      { id: id(1), type: 'hangup' },
    ];
    const { ways } = await shown(documentOf(JSON.stringify({ actions })), 1000);
    const [first] = wayRows(ways.state());
    assert.match(first?.label ?? '', /^Only 1000 states were explored$/);
    assert.match(first?.tooltip ?? '', /--max-states/);
  });

  for (const [name, document, told] of [
    ['no document', undefined, /No flow is in front/],
    ['an empty list', documentOf('{"actions": []}'), /has no actions/],
    ['a single action', documentOf('{"type": "answer"}'), /a single action/],
    [
      'a registered flow',
      documentOf(`{"flow_id": "a0000000-0000-4000-8000-000000000001", "webhook_uri": ""}`),
      /registered flow/,
    ],
  ] as const) {
    test(`${name} is told`, async () => {
      const { ui, ways } = await shown(document);
      assert.match(ui.shown.join('\n'), told);
      assert.equal(ways.state().kind, 'none');
    });
  }

  test('a broken flow is explored until the engine stops', async () => {
    const { ways } = await shown(documentOf('{"actions": [{"type": "answer"}, {"type": "patch"'));
    const [only, ...more] = labels(wayRows(ways.state()));
    assert.match(only ?? '', /^VoIPbin refuses to save the flow with 400 INVALID_ACTION_TYPE/);
    assert.deepEqual(more, []);
  });
});
