import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { useFlow } from '../../../client/commands/useFlow';
import { createFlowLinks } from '../../../client/run/flowLinks';
import { deleteFlow, deskWith, documentOf, localConnection, memoryOf } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';

const greet = documentOf('{"name": "Greeting", "actions": [{"type": "answer"}]}', 'greet.flow.json');
const main = documentOf('[{"type": "fetch_flow", "option": {"flow_id": ""}}]', 'main.flow.json');
const wanted = { file: greet.uri, uri: main.uri, offset: main.text.indexOf('""'), text: '""' };

suite('useFlow', () => {
  test('registers the file where it is not, and puts the id of its flow where it is wanted', async () => {
    const connection = await localConnection();
    const memory = memoryOf();
    const desk = deskWith(main, { ui: fakeUi(), connection, memory, files: [greet] });
    await useFlow(desk, wanted);
    const id = createFlowLinks(memory).find('local', greet.uri)?.flowId;
    assert.ok(id);
    const put = `"" -> "${id}" in main.flow.json:${wanted.offset}`;
    assert.deepEqual(desk.opened, [put]);
    await useFlow(desk, wanted);
    assert.deepEqual(desk.opened, [put, put], 'it is registered once');
  });
  test('a file whose registered flow was deleted on the server changes nothing until it is registered again', async () => {
    const connection = await localConnection();
    const memory = memoryOf();
    const desk = deskWith(main, { ui: fakeUi(), connection, memory, files: [greet] });
    await useFlow(desk, wanted);
    const gone = createFlowLinks(memory).find('local', greet.uri)?.flowId;
    assert.ok(gone);
    await deleteFlow(connection, gone);
    await useFlow(desk, wanted);
    assert.match(desk.ui.shown.at(-1) ?? '', /"Greeting" no longer exists\. Register greet\.flow\.json again/);
    assert.equal(desk.opened.length, 1);
    await useFlow(desk, wanted);
    const made = createFlowLinks(memory).find('local', greet.uri)?.flowId;
    assert.ok(made !== gone && desk.opened.at(-1)?.includes(made ?? ''));
  });
  test('says so where something else stands there meanwhile', async () => {
    const connection = await localConnection();
    const ui = fakeUi();
    await useFlow(deskWith(main, { ui, connection, files: [greet] }), { ...wanted, text: '"x"' });
    assert.match(ui.shown.at(-1) ?? '', /has changed meanwhile\. Write the id of "Greeting" there: [0-9a-f-]{36}/);
  });
  test('a file that cannot be registered changes nothing', async () => {
    const connection = await localConnection();
    const broken = documentOf('[{"type": "tlak"}]', 'greet.flow.json');
    const desk = deskWith(main, { ui: fakeUi(), connection, files: [broken] });
    await useFlow(desk, wanted);
    assert.ok(!desk.opened.some((line) => line.includes('->')));
  });
});
