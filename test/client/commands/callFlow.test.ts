import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { callFlow } from '../../../client/commands/callFlow';
import { createFlowLinks } from '../../../client/run/flowLinks';
import { runTitle } from '../../../client/run/run';
import { marksOf } from '../../../client/run/traceModel';
import { seedIds } from '../../../sandbox';
import { deskWith, documentOf, localConnection, memoryOf } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';

const says = (text: string) => ({ type: 'talk', option: { text, language: 'en-US' } });
const greets = JSON.stringify({
  actions: [says('${voipbin.call.source.target} calls ${voipbin.call.destination.target}.'), { type: 'hangup' }],
});

suite('callFlow', () => {
  test('the phone calls from the number that was typed, and the flow knows who calls whom', async () => {
    const connection = await localConnection();
    const ui = fakeUi([{ type: '+1 555 010-1012' }]);
    const desk = deskWith(documentOf(greets), { ui, connection });
    await callFlow(desk);
    await desk.settled();
    const [run] = desk.runs.list();
    assert.ok(run);
    assert.equal(run.call?.direction, 'incoming');
    assert.match(JSON.stringify(run.events), /"text":"\+15550101012 calls \+15550101000\."/);
    assert.deepEqual(
      marksOf(run.trace).map(({ path, type }) => [path.at(-1), type]),
      [
        [0, 'talk'],
        [1, 'hangup'],
      ],
    );
    assert.deepEqual(ui.ran, ['voipbin.showPhone']);
    assert.match(
      ui.shown[0] ?? '',
      /^Call This Flow: menu\.flow\.json: Who calls Harbour Bikes \(\+15550101000\)\?.*: .*Ana \(\+15550101011\)/,
    );
    assert.equal(runTitle(run), '+15550101012 → menu.flow.json');
  });

  test('whoever called last is offered first, and another number can be called', async () => {
    const connection = await localConnection();
    const memory = memoryOf();
    const first = deskWith(documentOf(greets), { ui: fakeUi([{ type: 'bo@sip.example.com' }]), connection, memory });
    await callFlow(first);
    await first.settled();
    const ui = fakeUi([{ say: 'Call Another Number' }, { say: '+15550101050' }, { say: 'bo@sip.example.com' }]);
    const desk = deskWith(documentOf(greets), { ui, connection, memory });
    await callFlow(desk);
    await desk.settled();
    ui.done();
    assert.match(
      ui.shown[2] ?? '',
      /Who calls Rentals \(\+15550101050\)\?.*: \$\(call-incoming\) bo@sip\.example\.com \|/,
    );
    assert.match(JSON.stringify(desk.runs.list()[0]?.events), /bo@sip\.example\.com calls \+15550101050\./);
  });

  test('from the list of numbers, the arrow leads back to who calls, and Escape gives up', async () => {
    const connection = await localConnection();
    const another = { say: 'Call Another Number' };
    const ui = fakeUi([another, 'back', another, 'cancelled']);
    const desk = deskWith(documentOf(greets), { ui, connection });
    await callFlow(desk);
    ui.done();
    assert.match(ui.shown[1] ?? '', /^Call This Flow: menu\.flow\.json 2\/2: Which number is called\?/);
    assert.match(ui.shown[2] ?? '', /Who calls Harbour Bikes/);
    assert.deepEqual(desk.runs.list(), []);
  });

  test('the number that the registered flow answers is the one that is called', async () => {
    const connection = await localConnection();
    const memory = memoryOf();
    const document = documentOf(greets);
    const { api } = connection;
    const made = await api.createFlow({ name: 'Menu', detail: '', actions: [], on_complete_flow_id: undefined });
    const rentals = (await api.listNumbers()).result.find(({ name }) => name === 'Rentals');
    await connection.voipbin.fetch(
      `http://localhost/v1.0/numbers/${rentals?.id}/flow_ids?accesskey=${connection.voipbin.sandbox.accessKey}`,
      {
        method: 'PUT',
        body: JSON.stringify({ call_flow_id: made.id }),
      },
    );
    await createFlowLinks(memory).set('local', document.uri, { flowId: made.id, name: 'Menu' });
    const ui = fakeUi(['cancelled']);
    await callFlow(deskWith(document, { ui, connection, memory }));
    assert.match(ui.shown[0] ?? '', /Who calls Rentals \(\+15550101050\)\?/);
  });

  test('a second call of the same file asks first, while the first rings or goes on', async () => {
    const connection = await localConnection();
    const text = JSON.stringify({ actions: [{ type: 'sleep', option: { duration: 600_000 } }] });
    const ui = fakeUi([{ say: 'Ana' }, 'cancelled']);
    const desk = deskWith(documentOf(text), { ui, connection });
    await callFlow(desk);
    await callFlow(desk);
    assert.match(
      ui.shown.at(-1) ?? '',
      /^A call of menu\.flow\.json .*\nAna → menu\.flow\.json, 14:03\nPlace another call\?/,
    );
    assert.equal(desk.runs.list().length, 1);
    const [run] = desk.runs.list();
    await desk.runs.hangUp(run?.id ?? '');
    await desk.settled();
  });

  test('what is not a caller cannot be chosen', async () => {
    const connection = await localConnection();
    const ui = fakeUi();
    let typed: readonly string[] = [];
    const desk = deskWith(documentOf(greets), {
      ui: {
        ...ui,
        async pick(question) {
          typed = ['4711', '0800 12', 'two words'].flatMap((text) =>
            (question.typed?.(text) ?? []).map(({ label, pick }) => `${pick ? 'call' : 'note'}: ${label}`),
          );
          return 'cancelled';
        },
      },
      connection,
    });
    await callFlow(desk);
    assert.ok(typed.length >= 3 && typed.every((text) => text.startsWith('note: ')), typed.join('\n'));
    assert.deepEqual(desk.runs.list(), []);
  });

  test('an incoming call brings no variables: those of a body are not set, and that is told', async () => {
    const connection = await localConnection();
    const text = JSON.stringify({
      destinations: [{ type: 'tel', target: '+15550101021' }],
      actions: [says('Hello ${name}.')],
      variables: { name: 'Ana' },
    });
    const desk = deskWith(documentOf(text), { ui: fakeUi([{ say: 'Ana' }]), connection });
    await callFlow(desk);
    await desk.settled();
    const [run] = desk.runs.list();
    assert.doesNotMatch(JSON.stringify(run?.events), /Hello Ana/);
    assert.match(run?.incidents[0]?.text ?? '', /"variables" of this file are not set/);
  });

  test('a registered flow that a file names answers; one that the local VoIPbin lacks is told', async () => {
    const connection = await localConnection();
    const body = (id: string) =>
      JSON.stringify({ destinations: [{ type: 'tel', target: '+15550101021' }], flow_id: id });
    const desk = deskWith(documentOf(body(seedIds.greetingFlow)), { ui: fakeUi([{ say: 'Ana' }]), connection });
    await callFlow(desk);
    await desk.settled();
    assert.match(JSON.stringify(desk.runs.list()[0]?.events), /Welcome to Harbour Bikes/);
    const ui = fakeUi([{ say: 'Ana' }]);
    await callFlow(deskWith(documentOf(body(seedIds.mainNumber)), { ui, connection }));
    assert.match(ui.shown.at(-1) ?? '', /^warning: The account has no flow /);
  });

  test('the flow that follows a flow runs after the call', async () => {
    const connection = await localConnection();
    const text = JSON.stringify({ name: 'Menu', on_complete_flow_id: seedIds.greetingFlow, actions: [says('Hello.')] });
    const desk = deskWith(documentOf(text), { ui: fakeUi([{ say: 'Ana' }]), connection });
    await callFlow(desk);
    await desk.settled();
    const flows = (connection.voipbin.sandbox.snapshot().tables.activeflows ?? []) as unknown as { flow_id: string }[];
    assert.ok(flows.some(({ flow_id }) => flow_id === seedIds.greetingFlow));
  });
});
