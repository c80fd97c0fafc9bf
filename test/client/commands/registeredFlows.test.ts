import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { openFlow } from '../../../client/commands/openFlow';
import { registerFlow } from '../../../client/commands/registerFlow';
import { runCall } from '../../../client/commands/runCall';
import { updateFlow } from '../../../client/commands/updateFlow';
import { createFlowLinks } from '../../../client/run/flowLinks';
import { differsFromRegistered, linkText } from '../../../client/run/linkedFlow';
import { readFlow } from '../../../flow/model/flowModel';
import { deleteFlow, deskWith, documentOf, localConnection, memoryOf } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';
import { A } from '../../support/ids';

const flow = (text: string, name = 'Menu') =>
  JSON.stringify({
    name,
    detail: 'Says one thing.',
    actions: [
      { type: 'talk', option: { text, language: 'en-US' } },
      { id: A, type: 'hangup', option: {} },
    ],
  });

/** Flows of the account with that name, as VoIPbin has them. */
const named = (connection: Awaited<ReturnType<typeof localConnection>>, name: string) =>
  (connection.voipbin.sandbox.snapshot().tables.flows ?? []).filter(
    (row) => (row as unknown as { name: string }).name === name,
  );

suite('registerFlow', () => {
  test('stores the flow as the file has it, and links the two', async () => {
    const connection = await localConnection();
    const memory = memoryOf();
    const ui = fakeUi([], { 'is registered': 'Copy Id' });
    const desk = deskWith(documentOf(flow('Hello.')), { ui, connection, memory });
    await registerFlow(desk);
    await desk.settled();
    const [stored] = named(connection, 'Menu');
    assert.ok(stored);
    assert.equal(ui.copied(), stored.id);
    assert.equal(createFlowLinks(memory).find('local', 'file:///flows/menu.flow.json')?.flowId, stored.id);
  });

  test('asks for a name where the file has none', async () => {
    const connection = await localConnection();
    const ui = fakeUi([{ say: ' Greeting 2 ' }]);
    await registerFlow(deskWith(documentOf('[ { "type": "answer" } ]'), { ui, connection }));
    assert.match(ui.shown[0] ?? '', /: menu$/);
    assert.equal(named(connection, 'Greeting 2').length, 1);
    await registerFlow(deskWith(documentOf('[ { "type": "answer" } ]'), { ui: fakeUi(['cancelled']), connection }));
    assert.equal(named(connection, 'menu').length, 0);
  });

  test('one that is registered already is updated instead, or registered once more', async () => {
    const connection = await localConnection();
    const memory = memoryOf();
    const document = documentOf(flow('Hello.'));
    await registerFlow(deskWith(document, { ui: fakeUi(), connection, memory }));
    await registerFlow(deskWith(document, { ui: fakeUi(['cancelled']), connection, memory }));
    assert.equal(named(connection, 'Menu').length, 1);
    const same = fakeUi([{ say: 'Update Registered Flow' }]);
    await registerFlow(deskWith(document, { ui: same, connection, memory }));
    assert.match(same.shown.at(-1) ?? '', /"Menu" is already the same as menu\.flow\.json/);
    await registerFlow(deskWith(document, { ui: fakeUi([{ say: 'Register Again' }]), connection, memory }));
    assert.equal(named(connection, 'Menu').length, 2);
  });

  test('a file with errors, and one without a flow, are not registered', async () => {
    const connection = await localConnection();
    const broken = deskWith(documentOf('[ { "type": "tlak" } ]'), { ui: fakeUi(), connection });
    await registerFlow(broken);
    assert.deepEqual(broken.opened, ['shown menu.flow.json:12']);
    const ui = fakeUi();
    await registerFlow(deskWith(documentOf('{ "type": "answer" }'), { ui, connection }));
    assert.match(ui.shown[0] ?? '', /has no flow to register/);
  });
});

suite('updateFlow', () => {
  async function registered() {
    const connection = await localConnection();
    const memory = memoryOf();
    await registerFlow(deskWith(documentOf(flow('Hello.')), { ui: fakeUi(), connection, memory }));
    const [stored] = named(connection, 'Menu');
    assert.ok(stored);
    return { connection, memory, id: stored.id };
  }

  test('shows what changes and nothing else, asks, and replaces it', async () => {
    const { connection, memory, id } = await registered();
    const ui = fakeUi([{ say: 'Update "Menu"' }]);
    const desk = deskWith(documentOf(flow('Good evening.')), { ui, connection, memory });
    await updateFlow(desk);
    const [shown, closed] = desk.opened;
    assert.equal(closed, 'closed');
    const [, left, right] = /<<<\n(.*)===\n(.*)>>>/s.exec(shown ?? '') ?? [];
    // Ids that VoIPbin made, empty ones and empty options are no difference.
    assert.equal(left, right?.replace('Good evening.', 'Hello.'));
    assert.equal(left?.includes('"id"'), true);
    assert.match(JSON.stringify(await connection.api.getFlow(id)), /Good evening/);
    const again = fakeUi();
    await updateFlow(deskWith(documentOf(flow('Good evening.')), { ui: again, connection, memory }));
    assert.match(again.shown.at(-1) ?? '', /is already the same as/);
  });

  test('a file with errors is not put in its place, and the message says that it was not updated', async () => {
    const { connection, memory, id } = await registered();
    const wrong = flow('New.').replace(A, 'bye');
    const ui = fakeUi([{ say: 'Update "Menu"' }], { 'was not updated': 'Update Anyway' });
    const desk = deskWith(documentOf(wrong), { ui, connection, memory });
    await updateFlow(desk);
    assert.match(ui.shown[0] ?? '', /menu\.flow\.json has an error, so its registered flow was not updated\./);
    await desk.settled();
    assert.match(JSON.stringify(await connection.api.getFlow(id)), /New\./);
    const left = fakeUi();
    await updateFlow(deskWith(documentOf(wrong.replace('New.', 'Newer.')), { ui: left, connection, memory }));
    assert.match(JSON.stringify(await connection.api.getFlow(id)), /New\./);
  });

  test('leaving it as it is writes nothing', async () => {
    const { connection, memory, id } = await registered();
    for (const act of [{ say: 'Cancel' }, 'cancelled'] as const) {
      await updateFlow(deskWith(documentOf(flow('New.')), { ui: fakeUi([act]), connection, memory }));
      assert.match(JSON.stringify(await connection.api.getFlow(id)), /Hello\./);
    }
  });

  test('a change made elsewhere is told and not overwritten silently', async () => {
    const { connection, memory, id } = await registered();
    await connection.api.updateFlow(id, {
      name: 'Menu',
      detail: 'Theirs.',
      actions: [],
      on_complete_flow_id: undefined,
    });
    const ui = fakeUi([{ say: 'Cancel' }]);
    const desk = deskWith(documentOf(flow('Mine.')), { ui, connection, memory });
    await updateFlow(desk);
    assert.match(ui.shown.join('\n'), /"Menu" was changed elsewhere.*Overwrite "Menu" Anyway/);
    assert.match(desk.opened[0] ?? '', /"detail": "Theirs\."/);
  });

  test('one that is made while the difference is read is shown before anything is written', async () => {
    const { connection, memory, id } = await registered();
    const ui = fakeUi([{ say: 'Update "Menu"' }, { say: 'Overwrite' }]);
    const desk = deskWith(documentOf(flow('Mine.')), { ui, connection, memory });
    const body = { name: 'Menu', detail: 'Theirs.', actions: [], on_complete_flow_id: undefined };
    let isFirst = true;
    const documents: typeof desk.documents = {
      ...desk.documents,
      async showDiff(...texts) {
        if (isFirst) await connection.api.updateFlow(id, body);
        isFirst = false;
        return desk.documents.showDiff(...texts);
      },
    };
    await updateFlow({ ...desk, documents });
    ui.done();
    assert.equal(desk.opened.filter((text) => text.includes('<<<')).length, 2);
    assert.match(JSON.stringify(await connection.api.getFlow(id)), /Mine\./);
  });

  test('a file that stands for none can be put in the place of one, or registered', async () => {
    const { connection, id } = await registered();
    const memory = memoryOf();
    const ui = fakeUi([{ say: 'Menu' }, { say: 'Update "Menu"' }]);
    await updateFlow(deskWith(documentOf(flow('Other.')), { ui, connection, memory }));
    assert.match(JSON.stringify(await connection.api.getFlow(id)), /Other\./);
    assert.equal(createFlowLinks(memory).find('local', 'file:///flows/menu.flow.json')?.flowId, id);
    const fresh = fakeUi([{ say: 'Register It as a New Flow' }]);
    await updateFlow(deskWith(documentOf(flow('x', 'Third')), { ui: fresh, connection }));
    assert.equal(named(connection, 'Third').length, 1);
  });

  test('one that is gone is told, and the link with it', async () => {
    const { connection, memory, id } = await registered();
    await deleteFlow(connection, id);
    const ui = fakeUi();
    await updateFlow(deskWith(documentOf(flow('New.')), { ui, connection, memory }));
    assert.match(ui.shown.at(-1) ?? '', /The registered flow "Menu" no longer exists/);
    assert.equal(createFlowLinks(memory).find('local', 'file:///flows/menu.flow.json'), undefined);
  });
});

suite('openFlow', () => {
  test('opens one in an editor that stands for it, with the ids that VoIPbin made', async () => {
    const connection = await localConnection();
    const memory = memoryOf();
    const desk = deskWith(undefined, { ui: fakeUi([{ say: 'Greeting' }]), connection, memory });
    await openFlow(desk);
    const opened = JSON.parse(desk.opened[0] ?? '') as { name: string; actions: { id: string; type: string }[] };
    assert.equal(opened.name, 'Greeting');
    assert.deepEqual(Object.keys(opened.actions[0] ?? {}), ['id', 'type']);
    const link = createFlowLinks(memory).find('local', 'untitled:Untitled-1');
    assert.equal(link?.name, 'Greeting');
  });

  test('one that a file stands for is shown in that file, and nothing else opens', async () => {
    const connection = await localConnection();
    const memory = memoryOf();
    const document = documentOf(flow('Hello.'));
    await registerFlow(deskWith(document, { ui: fakeUi(), connection, memory }));
    const desk = deskWith(document, { ui: fakeUi([{ say: 'Menu' }]), connection, memory });
    await openFlow(desk);
    assert.deepEqual(desk.opened, ['shown menu.flow.json']);
  });

  test('an account without flows says so', async () => {
    const connection = await localConnection();
    for (const { id } of connection.voipbin.sandbox.snapshot().tables.flows ?? []) await deleteFlow(connection, id);
    const ui = fakeUi(['cancelled']);
    await openFlow(deskWith(undefined, { ui, connection }));
    assert.match(ui.shown[0] ?? '', /no registered flows yet/);
  });
});

suite('a file that stands for a registered flow', () => {
  const differs = async (memory: ReturnType<typeof memoryOf>, text: string, uri = 'file:///flows/menu.flow.json') => {
    const link = createFlowLinks(memory).find('local', uri);
    assert.ok(link);
    return [await differsFromRegistered(readFlow(text), link), linkText(link, true)];
  };

  test('is the same until its flow is changed, however it is laid out', async () => {
    const connection = await localConnection();
    const memory = memoryOf();
    await registerFlow(deskWith(documentOf(flow('Hello.')), { ui: fakeUi(), connection, memory }));
    const same = JSON.stringify(JSON.parse(flow('Hello.')), null, 4);
    assert.deepEqual(await differs(memory, same), [false, 'Registered as "Menu", differs from the server']);
    assert.equal((await differs(memory, flow('Good day.')))[0], true);
    assert.equal((await differs(memory, 'broken'))[0], true);
    const ui = fakeUi([{ say: 'Update "Menu"' }]);
    await updateFlow(deskWith(documentOf(flow('Good day.')), { ui, connection, memory }));
    assert.equal((await differs(memory, flow('Good day.')))[0], false);
  });

  test('is the same as the flow that was opened', async () => {
    const connection = await localConnection();
    const memory = memoryOf();
    const desk = deskWith(undefined, { ui: fakeUi([{ say: 'Greeting' }]), connection, memory });
    await openFlow(desk);
    assert.equal((await differs(memory, desk.opened[0] ?? '', 'untitled:Untitled-1'))[0], false);
  });

  test('of an earlier version of the extension: what it had is not known', async () =>
    assert.equal(await differsFromRegistered(readFlow(flow('x')), { flowId: A, name: 'Menu' }), undefined));
});

suite('a registered flow that was changed on the server', () => {
  const document = documentOf(flow('Mine.'));
  const theirs = { name: 'Menu', detail: 'Theirs.', actions: [{ type: 'hangup' }], on_complete_flow_id: undefined };

  /** A file that was registered, and whose flow was then changed elsewhere. */
  async function changed(body = theirs) {
    const connection = await localConnection();
    const memory = memoryOf();
    await registerFlow(deskWith(document, { ui: fakeUi(), connection, memory }));
    const links = createFlowLinks(memory);
    const id = links.find('local', document.uri)?.flowId ?? '';
    await connection.api.updateFlow(id, body);
    const differs = async (text = document.text) => {
      const link = links.find('local', document.uri);
      return link && (await differsFromRegistered(readFlow(text), link));
    };
    assert.equal(await differs(), false, 'VoIPbin was not asked yet');
    return { connection, memory, id, differs };
  }

  test('differs from its file after Open Registered Flow, which says so and offers to compare', async () => {
    const { connection, memory, differs } = await changed();
    const ui = fakeUi([{ say: 'Menu' }], { differs: 'Compare' });
    const desk = deskWith(document, { ui, connection, memory });
    await openFlow(desk);
    await ui.pressed();
    assert.deepEqual(desk.opened, ['shown menu.flow.json']);
    assert.equal(ui.shown.at(-1), 'information: menu.flow.json differs from the registered flow "Menu" on the server.');
    assert.deepEqual(ui.ran, [`voipbin.updateFlow ${document.uri}`]);
    assert.equal(await differs(), true);
  });

  test('differs after Register Flow asks what to do', async () => {
    const { connection, memory, differs } = await changed();
    const ui = fakeUi(['cancelled']);
    await registerFlow(deskWith(document, { ui, connection, memory }));
    assert.match(
      ui.shown.at(-1) ?? '',
      /already registered as "Menu"\.\nThe registered flow on the server differs from it\./,
    );
    assert.equal(await differs(), true);
  });

  test('differs after the status was clicked, and an update still says that it was changed elsewhere', async () => {
    const { connection, memory, differs } = await changed();
    for (let time = 0; time < 2; time++) {
      const ui = fakeUi([{ say: 'Cancel' }]);
      await updateFlow(deskWith(document, { ui, connection, memory }));
      assert.match(ui.shown.join('\n'), /"Menu" was changed elsewhere/);
      assert.equal(await differs(), true);
    }
  });

  test('is the same again when the file has what the server has, in its own order of keys', async () => {
    const talk = (language: string) => ({ type: 'talk', option: { language, text: 'Mine.' } });
    const actions = [{ type: 'answer' }, talk('de-DE'), { id: A, type: 'hangup' }];
    const { connection, memory, differs } = await changed({ ...theirs, actions });
    await openFlow(deskWith(document, { ui: fakeUi([{ say: 'Menu' }]), connection, memory }));
    const mine = {
      ...theirs,
      actions: [actions[0], { type: 'talk', option: { text: 'Mine.', language: 'de-DE' } }, actions[2]],
    };
    assert.equal(await differs(), true);
    assert.equal(await differs(JSON.stringify(mine)), false);
  });

  test('Register Flow registers the file anew where its flow was deleted', async () => {
    const { connection, memory, id } = await changed();
    await deleteFlow(connection, id);
    const ui = fakeUi();
    await registerFlow(deskWith(document, { ui, connection, memory }));
    assert.match(ui.shown.at(-1) ?? '', /"Menu" is registered\./);
    const made = createFlowLinks(memory).find('local', document.uri)?.flowId;
    assert.ok(made !== undefined && made !== id);
  });

  test('does not differ because of an action that is deleted in the file and comes back', async () => {
    const { connection, memory, differs } = await changed();
    await updateFlow(deskWith(document, { ui: fakeUi([{ say: 'Overwrite' }]), connection, memory }));
    const shorter = documentOf(
      JSON.stringify({ name: 'Menu', detail: 'Says one thing.', actions: [{ type: 'answer' }] }),
    );
    await openFlow(deskWith(shorter, { ui: fakeUi([{ say: 'Menu' }]), connection, memory }));
    assert.equal(await differs(shorter.text), true);
    assert.equal(await differs(), false);
  });
});

suite('runCall with a registered flow', () => {
  test('runs it instead of the file where the user prefers it, and marks the lines all the same', async () => {
    const connection = await localConnection('cloud');
    const memory = memoryOf();
    const document = documentOf(flow('Hello.'));
    await registerFlow(deskWith(document, { ui: fakeUi(), connection, memory }));
    const ui = fakeUi([{ say: 'The Registered Flow "Menu"' }, { say: 'extension 2001' }, { say: 'Call' }]);
    const desk = deskWith(document, { ui, connection, memory });
    await runCall(desk);
    await desk.settled();
    assert.match(ui.shown.find((text) => text.startsWith('Call ')) ?? '', /It runs the registered flow "Menu"/);
    const [run] = desk.runs.list();
    assert.deepEqual(
      run?.trace.steps.map(({ path }) => path?.[1]),
      [0, 1],
    );
    assert.equal(run?.call?.flow_id, createFlowLinks(memory).find('cloud', document.uri)?.flowId);
  });
});
