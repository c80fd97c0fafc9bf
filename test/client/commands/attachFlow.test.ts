import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { attachFlow } from '../../../client/commands/attachFlow';
import type { Connection } from '../../../client/commands/context';
import { detachFlow } from '../../../client/commands/detachFlow';
import { registerFlow } from '../../../client/commands/registerFlow';
import { createFlowLinks } from '../../../client/run/flowLinks';
import { sourceChoices } from '../../../client/run/sourceChoices';
import { seedIds } from '../../../sandbox';
import { deleteFlow, deskWith, documentOf, localConnection, memoryOf } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';

const document = documentOf(JSON.stringify({ name: 'Menu', actions: [{ type: 'answer' }] }));

/** A connection, and memory in which the file is registered as "Menu". */
async function registered(as: 'local' | 'cloud' = 'local') {
  const connection = await localConnection(as);
  const memory = memoryOf();
  await registerFlow(deskWith(document, { ui: fakeUi(), connection, memory }));
  const flowId = createFlowLinks(memory).find(as, document.uri)?.flowId;
  assert.ok(flowId);
  return { connection, memory, flowId };
}

async function flowsOf({ api }: Connection, number = '+15550101000') {
  const found = (await api.listNumbers()).result.find((item) => item.number === number);
  return [found?.call_flow_id, found?.message_flow_id];
}

suite('attachFlow', () => {
  test('shows what the number has now, writes what was chosen, and leaves the other flow', async () => {
    const { connection, memory, flowId } = await registered('cloud');
    await connection.api.setNumberFlows(seedIds.mainNumber, {
      call_flow_id: seedIds.greetingFlow,
      message_flow_id: seedIds.waitFlow,
    });
    const ui = fakeUi([{ say: '+15550101000' }, { say: 'Attach for Calls' }]);
    await attachFlow(deskWith(document, { ui, connection, memory }));
    ui.done();
    const [reading, numbers = '', question = ''] = ui.shown;
    assert.equal(reading, 'Reading "Menu"');
    assert.match(numbers, /^Attach Flow to Number: Menu: Choose the number that "Menu" answers/);
    assert.match(question, /^Attach "Menu" to Harbour Bikes \(\+15550101000\)\?\n/);
    assert.match(question, /Calls: "Greeting"\n.*Messages: "Please hold"\n/);
    assert.match(question, /on VoIPbin’s cloud/);
    assert.deepEqual(await flowsOf(connection), [flowId, seedIds.waitFlow]);
    assert.match(ui.shown.at(-1) ?? '', /"Menu" answers calls to Harbour Bikes \(\+15550101000\) from now on/);
  });

  test('for messages, for both, and where it answers already', async () => {
    const { connection, memory, flowId } = await registered();
    const attach = async (...buttons: readonly string[]) => {
      const ui = fakeUi([{ say: '+15550101000' }, ...buttons.map((say) => ({ say }))]);
      await attachFlow(deskWith(document, { ui, connection, memory }));
      ui.done();
      return ui.shown.at(-1) ?? '';
    };
    assert.match(await attach('Attach for Messages'), /answers messages to/);
    assert.deepEqual(await flowsOf(connection), [seedIds.greetingFlow, flowId]);
    assert.match(await attach('Attach for Calls'), /answers calls to/);
    assert.deepEqual(await flowsOf(connection), [flowId, flowId]);
    assert.match(await attach(), /already answers calls and messages to /);
  });

  test('asks again when the number was changed elsewhere while the question stood', async () => {
    const { connection, memory, flowId } = await registered();
    const { api } = connection;
    const ui = fakeUi([{ say: '+15550101000' }, { say: 'Attach for Messages' }, { say: 'Attach for Messages' }]);
    let isFirst = true;
    const desk = deskWith(document, {
      connection,
      memory,
      ui: {
        ...ui,
        async confirm(question) {
          const other = { call_flow_id: seedIds.waitFlow, message_flow_id: seedIds.waitFlow };
          if (isFirst) await api.setNumberFlows(seedIds.mainNumber, other);
          isFirst = false;
          return ui.confirm(question);
        },
      },
    });
    await attachFlow(desk);
    ui.done();
    assert.match(ui.shown[3] ?? '', /changed elsewhere\. It now has:\n.*Calls: "Please hold"/s);
    assert.deepEqual(await flowsOf(connection), [seedIds.waitFlow, flowId]);
  });

  test('writes nothing when the user gives up', async () => {
    const { connection, memory } = await registered();
    for (const acts of [['cancelled'], [{ say: '+15550101000' }, 'cancelled']] as const) {
      await attachFlow(deskWith(document, { ui: fakeUi(acts), connection, memory }));
    }
    assert.deepEqual(await flowsOf(connection), [seedIds.greetingFlow, undefined]);
  });

  test('a registered flow that was deleted on the server is not attached: it is gone, and is registered again', async () => {
    const { connection, memory, flowId } = await registered();
    await deleteFlow(connection, flowId);
    const ui = fakeUi([], { 'no longer exists': 'Register Flow' });
    await attachFlow(deskWith(document, { ui, connection, memory }));
    await ui.pressed();
    const told = 'The registered flow "Menu" no longer exists. Register menu.flow.json again.';
    assert.equal(ui.shown.at(-1), `warning: ${told}`);
    assert.deepEqual(ui.ran, [`voipbin.registerFlow ${document.uri}`]);
    assert.equal(createFlowLinks(memory).find('local', document.uri), undefined);
    assert.deepEqual(await flowsOf(connection), [seedIds.greetingFlow, undefined]);
  });

  test('a file that is not registered chooses a flow, or is registered first', async () => {
    const connection = await localConnection();
    const first = fakeUi([{ say: 'Register menu.flow.json First' }]);
    await attachFlow(deskWith(document, { ui: first, connection }));
    assert.deepEqual(first.ran, [`voipbin.registerFlow ${document.uri}`]);
    assert.match(
      first.shown[0] ?? '',
      /answers a number: \$\(add\) Register menu\.flow\.json First \| /,
      'the file in front comes first',
    );
    const ui = fakeUi([{ say: 'Please hold' }, { say: '+15550101050' }, { say: 'Attach for Both' }]);
    await attachFlow(deskWith(undefined, { ui, connection }));
    ui.done();
    assert.deepEqual(await flowsOf(connection, '+15550101050'), [seedIds.waitFlow, seedIds.waitFlow]);
  });

  test('registering offers it', async () => {
    const connection = await localConnection();
    const ui = fakeUi([], { 'is registered': 'Attach to Number' });
    const desk = deskWith(document, { ui, connection });
    await registerFlow(desk);
    await ui.pressed();
    assert.deepEqual(ui.ran, [`voipbin.attachFlow ${document.uri}`]);
  });
});

suite('detachFlow', () => {
  test('offers what the number has, and leaves the other flow', async () => {
    const { connection, memory, flowId } = await registered();
    await connection.api.setNumberFlows(seedIds.mainNumber, {
      call_flow_id: seedIds.greetingFlow,
      message_flow_id: flowId,
    });
    const ui = fakeUi([{ say: '+15550101000' }, { say: 'Detach from Calls' }]);
    await detachFlow(deskWith(undefined, { ui, connection, memory }));
    assert.doesNotMatch(ui.shown[0] ?? '', /\+15550101050/);
    assert.match(ui.shown[1] ?? '', /Calls: "Greeting"\n.*Messages: "Menu"\n.*VoIPbin hangs up on callers/s);
    assert.deepEqual(await flowsOf(connection), [undefined, flowId]);
    assert.match(ui.shown.at(-1) ?? '', /No flow answers calls to Harbour Bikes \(\+15550101000\) any more/);
    const rest = fakeUi([{ say: '+15550101000' }, { say: 'Detach from Messages' }]);
    await detachFlow(deskWith(undefined, { ui: rest, connection, memory }));
    assert.deepEqual(await flowsOf(connection), [undefined, undefined]);
  });
});

suite('numbers in lists', () => {
  test('say which flow answers them', async () => {
    const { api } = await localConnection();
    const choices = await sourceChoices(api, undefined);
    const detailOf = (number: string) => choices.find(({ label }) => label === number)?.detail;
    assert.equal(detailOf('+15550101000'), 'Calls: "Greeting" · Messages: no flow');
    assert.equal(detailOf('+15550101050'), 'Calls: no flow · Messages: no flow');
  });
});
