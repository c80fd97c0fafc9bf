import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { systemClock } from '../../../client/api/clock';
import type { Connection } from '../../../client/commands/context';
import { hangUp } from '../../../client/commands/hangUp';
import { runCall } from '../../../client/commands/runCall';
import { openApi } from '../../../client/profiles/openApi';
import { localProfile } from '../../../client/profiles/profile';
import { createAnswers } from '../../../client/run/answers';
import { endingOf } from '../../../client/run/ending';
import type { ShownRun } from '../../../client/run/run';
import { marksOf } from '../../../client/run/traceModel';
import { seedIds } from '../../../sandbox';
import { deskWith, documentOf, localConnection, memoryOf } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';
import { root } from '../../support/repository';

const example = (name: string) => documentOf(readFileSync(join(root, 'examples', name), 'utf8'), name);

type Local = Awaited<ReturnType<typeof localConnection>>;

/** Types these keys at each prompt that waits for some, one prompt after another. */
function type({ voipbin: { sandbox } }: Local, prompts: readonly string[]): void {
  const left = [...prompts];
  sandbox.phone.subscribe((event) => {
    if (event.type !== 'waiting' || event.waiting.for !== 'digits') return;
    for (const key of left.shift() ?? '') queueMicrotask(() => sandbox.phone.press(event.leg.id, key));
  });
}

const typesOf = ({ trace }: ShownRun) => trace.steps.map((step) => step.type).join(' ');

suite('runCall on Local', () => {
  test('asks nothing, opens the phone and runs the flow to its end', async () => {
    const connection = await localConnection();
    type(connection, ['2']);
    const ui = fakeUi();
    const desk = deskWith(example('branch-menu.flow.json'), { ui, connection });
    await runCall(desk);
    await desk.settled();
    const [run] = desk.runs.list();
    assert.ok(run);
    assert.equal(run.phase, 'ended');
    assert.equal(typesOf(run), 'talk digits_receive branch talk hangup');
    assert.deepEqual(
      marksOf(run.trace).map(({ path, count, decided }) => [path[1], count, decided]),
      [
        [0, 1, undefined],
        [1, 1, 'key 2'],
        [2, 1, 'key 2 → talk "A bike…"'],
        [5, 1, undefined],
        [6, 1, undefined],
      ],
    );
    assert.ok(ui.ran.includes('voipbin.showPhone'));
    assert.match(endingOf(run).figures, /5 of 101 executions used/);
    assert.deepEqual(ui.shown, [], 'an end that was meant is no notification');
    assert.deepEqual(desk.opened, ['shown branch-menu.flow.json']);
  });

  test('what the file says about the call goes before the local phone', async () => {
    const connection = await localConnection();
    const desk = deskWith(example('call-back.flow.json'), { ui: fakeUi(), connection });
    await runCall(desk);
    await desk.settled();
    const [run] = desk.runs.list();
    assert.equal(run?.destination, '+15550101021');
    assert.equal(run?.call?.destination?.target, '+15550101021');
    assert.equal(run?.call?.source?.target, '+15550101000');
    assert.match(JSON.stringify(run?.events), /Hello Ms Rivera/);
  });

  test('a call in the file is placed, and its actions are told from those of the call itself', async () => {
    const connection = await localConnection();
    const desk = deskWith(example('message-and-call.flow.json'), { ui: fakeUi(), connection });
    await runCall(desk);
    await desk.settled();
    const run = desk.runs.list().find(({ placedBy }) => placedBy === undefined);
    assert.ok(run);
    assert.deepEqual(
      marksOf(run.trace).map(({ path, type: name }) => [JSON.stringify(path), name]),
      [
        ['["actions",0]', 'message_send'],
        ['["actions",1]', 'call'],
      ],
    );
  });

  test('values that nothing sets are asked, remembered and sent', async () => {
    const text = JSON.stringify({
      actions: [{ type: 'talk', option: { text: 'Hello ${name}, your code is ${secret.code}.', language: 'en-US' } }],
    });
    const connection = await localConnection();
    const memory = memoryOf();
    const ui = fakeUi([{ say: 'Ana' }, { say: '42' }]);
    const desk = deskWith(documentOf(text), { ui, connection, memory });
    await runCall(desk);
    await desk.settled();
    assert.match(JSON.stringify(desk.runs.list()[0]?.events), /Hello Ana, your code is 42\./);
    // What looks like a secret is asked again.
    const answers = createAnswers(memory, 'local', 'file:///flows/menu.flow.json').last();
    assert.deepEqual(answers.variables, { name: 'Ana' });
    const again = fakeUi([{ say: 'Ben' }, 'back', { say: 'Cleo' }, 'cancelled']);
    await runCall(deskWith(documentOf(text), { ui: again, connection, memory }));
    assert.match(again.shown[0] ?? '', /1\/2: The value of name\. .*: Ana$/);
    assert.match(again.shown[1] ?? '', /2\/2: The value of secret\.code\. .*: \(hidden\)$/);
    assert.match(again.shown[2] ?? '', /1\/2: The value of name/);
    again.done();
  });

  test('a declined call says why it ended and ran nothing', async () => {
    const connection = await localConnection();
    const { phone } = connection.voipbin.sandbox;
    phone.autoAnswer = false;
    phone.subscribe((event) => {
      if (event.type === 'leg' && event.leg.status === 'ringing') queueMicrotask(() => phone.decline(event.leg.id));
    });
    const ui = fakeUi();
    const desk = deskWith(example('branch-menu.flow.json'), { ui, connection });
    await runCall(desk);
    await desk.settled();
    const [run] = desk.runs.list();
    assert.equal(run?.trace.steps.length, 0);
    assert.match(run ? endingOf(run).text : '', /the called party did not answer/);
    assert.deepEqual(ui.shown, [], 'who declines knows it');
  });

  test('a second call of the same file asks first, while the first is placed, rings or goes on', async () => {
    const connection = await localConnection();
    const { phone } = connection.voipbin.sandbox;
    phone.autoAnswer = false;
    const ui = fakeUi(['cancelled', { say: 'Show Call' }, { say: 'Call Again' }]);
    const desk = deskWith(example('branch-menu.flow.json'), { ui, connection });
    const first = runCall(desk);
    await new Promise<void>((wake) => setImmediate(wake));
    await runCall(desk);
    assert.match(ui.shown[0] ?? '', /^A call of branch-menu\.flow\.json is being placed\./);
    await first;
    while (desk.runs.list()[0]?.phase !== 'ringing') await new Promise<void>((wake) => setImmediate(wake));
    await runCall(desk);
    assert.match(
      ui.shown[1] ?? '',
      /^A call of branch-menu\.flow\.json is ringing\.\nbranch-menu\.flow\.json → Local phone, 14:03\n/,
    );
    assert.equal(desk.runs.list().length, 1);
    assert.ok(ui.ran.includes('voipbin.call.focus'));
    await runCall(desk);
    // Local phones are told apart.
    assert.deepEqual(
      desk.runs.list().map(({ destination, call }) => `${destination} ${call?.destination?.target}`),
      ['Local phone 2 +15550100002', 'Local phone +15550100001'],
    );
    for (const { id } of phone.legs) phone.decline(id);
    await desk.settled();
    ui.done();
  });

  test('of two clicks at once the second asks', async () => {
    const connection = await localConnection();
    connection.voipbin.sandbox.phone.autoAnswer = false;
    const ui = fakeUi(['cancelled']);
    const desk = deskWith(example('branch-menu.flow.json'), { ui, connection });
    await Promise.all([runCall(desk), runCall(desk)]);
    assert.match(ui.shown[0] ?? '', /^A call of branch-menu\.flow\.json is being placed\.\nPlace another call\?$/);
    assert.equal(desk.runs.list().length, 1);
    for (const { id } of connection.voipbin.sandbox.phone.legs) connection.voipbin.sandbox.phone.decline(id);
    await desk.settled();
  });

  test('after a call has ended, the next one does not ask', async () => {
    const connection = await localConnection();
    const ui = fakeUi();
    const desk = deskWith(example('message-send.flow.json'), { ui, connection });
    for (const _ of [1, 2]) {
      await runCall(desk);
      await desk.settled();
    }
    assert.equal(desk.runs.list().length, 2);
    assert.deepEqual(ui.shown, []);
  });

  test('hanging up from here ends it in the middle', async () => {
    const connection = await localConnection();
    const { sandbox } = connection.voipbin;
    const ui = fakeUi();
    const desk = deskWith(example('branch-menu.flow.json'), { ui, connection });
    const heard = new Promise<void>((resolve) =>
      sandbox.phone.subscribe((event) => {
        if (event.type !== 'said') return;
        sandbox.speed = 1;
        resolve();
      }),
    );
    await runCall(desk);
    await heard;
    await hangUp(desk);
    await desk.settled();
    const [run] = desk.runs.list();
    assert.ok(run);
    assert.equal(typesOf(run), 'talk');
    assert.equal(run.call?.hangup_by, 'local');
    assert.equal(run.canHangUp, false);
    assert.equal(endingOf(run).text, 'You hung up.');
    assert.doesNotMatch(JSON.stringify(run.events), /other party/);
    await hangUp(desk);
    assert.match(ui.shown.at(-1) ?? '', /No call is in progress/);
  });
});

suite('runCall with errors in the file', () => {
  const broken = documentOf('{ "actions": [ { "type": "tlak" } ] }');

  test('runs nothing and shows the first', async () => {
    const ui = fakeUi();
    const desk = deskWith(broken, { ui, connection: await localConnection() });
    await runCall(desk);
    assert.deepEqual(desk.opened, ['shown menu.flow.json:25']);
    assert.deepEqual(ui.shown, ['error: menu.flow.json has an error, so it was not run.']);
    assert.deepEqual(desk.runs.list(), []);
  });

  test('offers to show the problems, or to run it anyway', async () => {
    const connection = await localConnection();
    const ui = fakeUi([], { 'has an error': 'Show Problems' });
    const desk = deskWith(broken, { ui, connection });
    await runCall(desk);
    await ui.pressed();
    assert.deepEqual(desk.opened.at(-1), 'problem menu.flow.json:25');
    const text =
      '[ { "type": "goto", "option": { "target_id": "00000000-0000-4000-8000-000000000009", "loop_count": 1 } } ]';
    const anyway = deskWith(documentOf(text), { ui: fakeUi([], { 'has an error': 'Run Anyway' }), connection });
    await runCall(anyway);
    await anyway.settled();
    assert.equal(anyway.runs.list().length, 1);
  });

  test('what VoIPbin says of a flow that is run anyway is the answer', async () => {
    const desk = deskWith(broken, { ui: fakeUi(), connection: await localConnection() });
    await assert.rejects(
      runCall(desk, undefined, 'anyway'),
      /VoIPbin could not place the call: not supported action type: tlak\. Correct the type where/,
    );
  });

  test('what is not a flow, or none that can run, is told', async () => {
    const cases: readonly [text: string, told: RegExp][] = [
      ['{ "type": "answer" }', /a single action/],
      ['[]', /no actions/],
      [
        '{ "result": [ { "actions": [ { "type": "answer" } ] }, { "actions": [ { "type": "hangup" } ] } ] }',
        /several flows/,
      ],
    ];
    for (const [text, told] of cases) {
      const ui = fakeUi();
      await runCall(deskWith(documentOf(text), { ui, connection: await localConnection() }));
      assert.match(ui.shown.join('\n'), told, text);
    }
    const ui = fakeUi([], { 'No flow is in front': 'New Flow' });
    await runCall(deskWith(undefined, { ui }));
    assert.match(ui.shown[0] ?? '', /No flow is in front/);
    await ui.pressed();
    assert.deepEqual(ui.ran, ['voipbin.newFlow']);
  });
});

suite('runCall on a server', () => {
  const text = '[ { "type": "answer" }, { "type": "hangup" } ]';

  test('asks who is called and from which number, tells what it costs, and calls once', async () => {
    const connection = await localConnection('cloud');
    const ui = fakeUi([{ type: '+1 (555) 010-1021' }, { say: '+15550101000' }, { say: 'Call' }]);
    const desk = deskWith(documentOf(text), { ui, connection });
    await runCall(desk);
    await desk.settled();
    ui.done();
    const [destination, source, summary] = ui.shown;
    assert.match(destination ?? '', /^Run Call: menu\.flow\.json: Who should be called\?/);
    assert.match(destination ?? '', /Front desk \(extension 2001\)/);
    assert.match(source ?? '', /2\/2: Which of your numbers/);
    assert.match(source ?? '', /1 number is not listed/);
    assert.doesNotMatch(source ?? '', /\+899|\+15550101099/);
    assert.match(summary ?? '', /^Call \+15550101021 from Harbour Bikes \(\+15550101000\)\?/);
    assert.match(summary ?? '', /this call: minutes on the telephone network to \+15550101021/);
    assert.equal(connection.voipbin.sandbox.snapshot().tables.calls?.length, 1);
    assert.deepEqual(ui.ran, []);
  });

  test('an agent with an extension is followed to the phone that answers, also when the answer to the request is lost', async () => {
    for (const isLost of [false, true]) {
      const whole = await localConnection('cloud');
      const { voipbin } = whole;
      const api = await openApi(localProfile, {
        network: () => Promise.reject(new Error('the network was asked')),
        local: {
          ...voipbin,
          async fetch(url, init) {
            const answer = await voipbin.fetch(url, init);
            if (isLost && init.method === 'POST' && new URL(url).pathname.endsWith('/calls'))
              throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
            return answer;
          },
        },
        clock: systemClock,
        log: { debug: () => {}, warn: () => {} },
      });
      const to = `{ "type": "agent", "target": "${seedIds.frontDesk}" }`;
      const ui = fakeUi([{ say: 'Call' }]);
      const file = documentOf(`{ "destinations": [${to}], "actions": ${text} }`);
      const desk = deskWith(file, { ui, connection: { ...whole, api } });
      await runCall(desk);
      await desk.settled();
      const [run, ...others] = desk.runs.list();
      assert.deepEqual(others, []);
      assert.equal(run?.phase, 'ended');
      assert.equal(run?.trace.steps.map(({ type: name }) => name).join(' '), 'answer hangup');
      assert.equal(
        ui.shown.some((item) => item.includes('VoIPbin was lost')),
        isLost,
      );
    }
  });

  test('an extension needs no number and costs nothing; it is followed to the phone that answers', async () => {
    const connection = await localConnection('cloud');
    const ui = fakeUi([{ say: 'extension 2001' }, { say: 'Call' }]);
    const desk = deskWith(documentOf(text), { ui, connection });
    await runCall(desk);
    await desk.settled();
    assert.match(ui.shown[1] ?? '', /^Call Front desk \(extension 2001\)\?.*VoIPbin bills nothing/s);
    const [run] = desk.runs.list();
    assert.equal(run?.phase, 'ended');
    assert.equal(run && typesOf(run), 'answer hangup');
  });

  test('who was called last comes first the next time', async () => {
    const connection = await localConnection('cloud');
    const memory = memoryOf();
    const first = deskWith(documentOf(text), { ui: fakeUi([{ type: '2002' }, { say: 'Call' }]), connection, memory });
    await runCall(first);
    await first.settled();
    const ui = fakeUi(['cancelled']);
    await runCall(deskWith(documentOf(text), { ui, connection, memory }));
    assert.match(ui.shown[0] ?? '', /SIP address: \$\(history\) extension 2002 \|/);
  });

  test('every step goes back, and Change Answers begins again', async () => {
    const ui = fakeUi([
      { type: '+15550101021' },
      'back',
      { type: '+15550101022' },
      { say: 'Default number' },
      { say: 'Change Answers' },
      'cancelled',
    ]);
    await runCall(deskWith(documentOf(text), { ui, connection: await localConnection('cloud') }));
    ui.done();
    assert.match(ui.shown[4] ?? '', /^Call \+15550101022 from the default number of the account\?/);
  });

  test('giving up at the summary calls nobody', async () => {
    const connection = await localConnection('cloud');
    const ui = fakeUi([{ say: 'extension 2001' }, 'cancelled']);
    await runCall(deskWith(documentOf(text), { ui, connection }));
    assert.equal(connection.voipbin.sandbox.snapshot().tables.groupcalls?.length, 0);
  });

  test('nobody signed in is nobody who calls', async () => {
    const ui = fakeUi();
    await runCall(deskWith(documentOf(text), { ui, connection: undefined }));
    assert.deepEqual(ui.shown, []);
  });

  test('a refusal is told as it is', async () => {
    const connection = await localConnection('cloud');
    connection.voipbin.sandbox.account.identityVerified = false;
    const ui = fakeUi([{ type: '+15550101021' }, { say: 'Default' }, { say: 'Call' }]);
    await assert.rejects(
      runCall(deskWith(documentOf(text), { ui, connection })),
      /lets only customers with a verified identity call telephone numbers/,
    );
  });

  test('lists that cannot be read do not keep anybody from typing', async () => {
    const real = await localConnection('cloud');
    const refuse = () => real.api.getCall('missing');
    const api = { ...real.api, listExtensions: refuse as never, listAgents: refuse as never };
    const connection: Connection = { ...real, api };
    const ui = fakeUi([{ type: '2001' }, { say: 'Call' }]);
    const desk = deskWith(documentOf(text), { ui, connection });
    await runCall(desk);
    await desk.settled();
    assert.match(ui.shown[0] ?? '', /Cannot list the extensions.*Cannot list the agents/);
  });
});
