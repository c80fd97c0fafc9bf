import '../support/fakeVscode';
import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { setup, suite, teardown, test } from 'mocha';
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { detectFlows } from '../../client/detectFlows';
import { forget, open, person, shown } from '../support/fakeVscode';

const log = { info() {}, error: (...words: unknown[]) => assert.fail(words.join(' ')) } as unknown as LogOutputChannel;

/** The language of a JSON file that is open, after its detection, and what was told meanwhile. */
async function detected(text: string, kept: Map<string, unknown> = new Map()) {
  const document = { languageId: 'json', uri: { path: '/a.json', scheme: 'file' }, getText: () => text };
  open.documents = [document];
  const state = {
    get: (key: string, value: unknown) => kept.get(key) ?? value,
    update: async (key: string, value: unknown) => void kept.set(key, value),
  };
  detectFlows({ workspaceState: state, globalState: state } as unknown as ExtensionContext, log).dispose();
  for (let turn = 0; turn < 5; turn++) await setImmediate();
  const notifications = shown.filter(({ where }) => where === 'notification').map((told) => told.text);
  return { language: document.languageId, notifications };
}

const flow = '[{ "type": "talk", "option": { "text": "Hello" } }]';
const unsure = '[{ "type": "answer" }]';
const question = 'a.json may be a VoIPbin call flow.';

suite('detection of flows', () => {
  // What tests of other files have shown is not looked at here.
  setup(forget);

  teardown(() => {
    forget();
    open.documents = [];
    open.detectFlows = 'auto';
  });

  test('a flow is opened as one, and files of other tools are left alone without a question', async () => {
    const told = 'a.json is opened as a VoIPbin flow because of its content.';
    assert.deepEqual(await detected(flow), { language: 'voipbin-flow', notifications: [told] });
    forget();
    for (const other of ['{ "actions": [{ "type": "play" }, { "type": "stop" }] }', '[{ "id": 1, "type": "call" }]'])
      assert.deepEqual(await detected(other), { language: 'json', notifications: [] });
  });

  test('what may be a flow stays JSON until a person says that it is one', async () => {
    person.press = 0;
    assert.deepEqual(await detected(unsure), { language: 'voipbin-flow', notifications: [question] });
    forget();
    person.press = 1;
    const kept = new Map<string, unknown>();
    assert.deepEqual(await detected(unsure, kept), { language: 'json', notifications: [question] });
    forget();
    assert.deepEqual(await detected(unsure, kept), { language: 'json', notifications: [] });
  });

  test('a question that was closed is not asked again', async () => {
    const kept = new Map<string, unknown>();
    assert.deepEqual(await detected(unsure, kept), { language: 'json', notifications: [question] });
    forget();
    assert.deepEqual(await detected(unsure, kept), { language: 'json', notifications: [] });
  });
});
