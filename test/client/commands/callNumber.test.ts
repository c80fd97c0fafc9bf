import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { callNumber, messageNumber } from '../../../client/commands/callNumber';
import { registerFlow } from '../../../client/commands/registerFlow';
import { createFlowLinks } from '../../../client/run/flowLinks';
import { runTitle } from '../../../client/run/run';
import { marksOf } from '../../../client/run/traceModel';
import { seedIds } from '../../../sandbox';
import { deskWith, documentOf, localConnection, memoryOf } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';

const from = '+1 555 010-1012';
const number = '+15550101000';

suite('callNumber', () => {
  test('the flow of the number answers, and is shown as it is registered', async () => {
    const connection = await localConnection();
    const ui = fakeUi();
    const desk = deskWith(undefined, { ui, connection });
    await callNumber(desk, { number: '+1 (555) 010-1000', from });
    await desk.settled();
    const [run] = desk.runs.list();
    assert.ok(run);
    assert.equal(run.call?.direction, 'incoming');
    assert.equal(run.call?.source?.target, '+15550101012');
    assert.equal(runTitle(run), '+15550101012 → Greeting.flow.json');
    assert.match(run.document.text, /Welcome to Harbour Bikes/);
    assert.deepEqual(
      marksOf(run.trace).map(({ type, path }) => [type, path.at(-1)]),
      [
        ['answer', 0],
        ['talk', 1],
        ['hangup', 2],
      ],
    );
    assert.deepEqual(ui.ran, ['voipbin.showPhone']);
  });

  test('a file that stands for the flow has the marks', async () => {
    const connection = await localConnection();
    const memory = memoryOf();
    const document = documentOf('[ { "type": "answer" }, { "type": "hangup" } ]');
    await registerFlow(deskWith(document, { ui: fakeUi([{ say: 'Menu' }]), connection, memory }));
    const flowId = createFlowLinks(memory).find('local', document.uri)?.flowId ?? '';
    await connection.api.setNumberFlows(seedIds.mainNumber, { call_flow_id: flowId, message_flow_id: flowId });
    const desk = deskWith(document, { ui: fakeUi(), connection, memory });
    await callNumber(desk, { number, from });
    await desk.settled();
    const [run] = desk.runs.list();
    assert.equal(run?.document.uri, document.uri);
    assert.deepEqual(
      marksOf(run.trace).map(({ path }) => path),
      [[0], [1]],
    );
  });

  test('what cannot be called is answered on the phone, where no notification covers the dial pad', async () => {
    const connection = await localConnection();
    const refused = async (dialled: { number: string; from: string }) => {
      const ui = fakeUi();
      const desk = deskWith(undefined, { ui, connection });
      const refusal = await callNumber(desk, dialled);
      assert.deepEqual([desk.runs.list(), ui.shown], [[], []]);
      return refusal && `${refusal.text}${refusal.lacksFlow ? ' (lacks a flow)' : ''}`;
    };
    assert.match(
      (await refused({ number: '+15550109999', from })) ?? '',
      /^\+15550109999 is not a number .*Harbour Bikes/,
    );
    assert.equal(await refused({ number: '', from }), 'Type or choose a number.');
    for (const typed of ['x y', '2001'])
      assert.equal(
        await refused({ number, from: typed }),
        `"${typed}" cannot call. Type a number with + and the country code, or a SIP address.`,
      );
    assert.match((await refused({ number, from: '' })) ?? '', /^Who calls\? Type a number/);
    assert.equal(
      await refused({ number: '+15550101050', from }),
      'No flow answers calls to Rentals (+15550101050). Attach one to the number. (lacks a flow)',
    );
  });
});

suite('messageNumber', () => {
  test('the message flow of the number runs, and can be followed', async () => {
    const connection = await localConnection();
    const { api } = connection;
    const flow = await api.createFlow({
      name: 'Replies',
      detail: '',
      actions: [
        { type: 'talk', option: { text: 'Not heard', language: 'en-US' } },
        { type: 'variable_set', option: { key: 'seen', value: '${voipbin.conversation_message.text}' } },
      ],
      on_complete_flow_id: undefined,
    });
    await api.setNumberFlows(seedIds.mainNumber, {
      call_flow_id: seedIds.greetingFlow,
      message_flow_id: flow.id,
    });
    const desk = deskWith(undefined, { ui: fakeUi(), connection });
    await messageNumber(desk, { number, from, text: 'Is it ready?' });
    await desk.settled();
    const [run] = desk.runs.list();
    assert.ok(run);
    assert.equal(runTitle(run), 'Message from +15550101012 → Replies.flow.json');
    assert.match(JSON.stringify(run.events), /"value":"Is it ready\?"/);
    assert.deepEqual(
      marksOf(run.trace).map(({ type, skipped }) => [type, skipped !== undefined]),
      [
        ['talk', true],
        ['variable_set', false],
      ],
    );
  });

  test('a number without a message flow is told', async () => {
    const desk = deskWith(undefined, { ui: fakeUi(), connection: await localConnection() });
    const refusal = await messageNumber(desk, { number, from, text: 'Hi' });
    assert.match(refusal?.text ?? '', /^No flow answers messages to Harbour Bikes/);
    assert.deepEqual([refusal?.lacksFlow, desk.ui.shown], [true, []]);
  });
});
