import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readFlow } from '../../../flow/model/flowModel';
import { isFlowText, likenessOf } from '../../../flow/model/looksLikeFlow';
import { A } from '../../support/ids';
import { sharedText } from '../../support/shared';

const flows = [
  '[{ "type": "talk", "option": { "text": "Hello" } }]',
  `{ "name": "n", "actions": [{ "type": "answer" }], "on_complete_flow_id": "${A}" }`,
  '{ "destinations": [{ "type": "tel", "target": "+15550100001" }], "actions": [{ "type": "answer" }] }',
  `{ "actions": [{ "type": "answer" }, { "type": "stop", "next_id": "${A}" }] }`,
  '{ "actions": [{ "type": "talk", "option": { "text": "Hello" } }, { "type": "tallk" }] }',
  '{ "destinations": [], "actions": [{ "type": "talk", "option": { "text": "Hello" } }] }',
  '{ "type": "talk", "option": { "text": "Hello" } }',
  '{ "Actions": [{ "Type": "talk", "Option": { "Text": "Hello" } }] }',
  '[{ "type": "talk", "_comment": "greeting", "option": { "text": "Hello" } }, { "type": "answer", "//": "x" }]',
  '[{ "type": "talk", "text": "Press 1" }, { "type": "branch", "default_target_id": "bye" }, { "type": "hangup" }]',
  '{ "type": "variable_set", "option": { "key": "customer", "value": "Rivera" } }',
  '[{ "type": "sleep", "option": { "duration": 500 } }, { "type": "echo", "option": { "duration": 500 } }]',
  '[{ "type": "play", "option": { "stream_urls": ["https://example.com/a.wav"] } }]',
];

/** A flow, or the file of another tool: a person decides. */
const unsure = [
  '[{ "type": "answer", "option": {} }, { "type": "hangup", "next_id": "" }]',
  '[{ "type": "talk", "text": "beside its option" }]',
  `[{ "type": "answer", "id": "${A}" }]`,
  '[{ "type": "answer" }]',
  '{ "actions": [{ "type": "answer" }] }',
  '{ "$schema": "flow.schema.json", "actions": [{ "type": "answer" }] }',
  '[{ "type": "confbridge_join" }]',
  '[{ "type": "talk", "text": "Hello" }, { "type": "sleep", "duration": 500 }]',
  '{ "type": "sleep", "option": { "duration": 500 } }',
  '{ "actions": [{ "type": "sleep", "option": { "duration": 500 } }] }',
  '[{ "type": "talk", "option": { "text": "Hello" } }, { "type": "spawn_monster", "kind": "rat" }]',
];

const others = [
  '',
  '[]',
  '{}',
  '{ "actions": [] }',
  '{ "type": "object" }',
  '{ "type": "talk" }',
  '{ "name": "app", "variables": {} }',
  '{ "tm_create": "x", "actions": [{ "type": "talk", "option": { "text": "Hello" } }] }',
  '{ "actions": [{ "type": "button" }, { "type": "link" }] }',
  `{ "actions": [{ "type": "answer", "id": "${A}" }, { "type": "button" }, { "type": "link" }] }`,
  // Steps of a browser, entries of a customer file, an event, buttons of a chat.
  '[{ "type": "goto", "url": "https://example.com" }, { "type": "sleep", "duration": 5 }, { "type": "click", "selector": "#ok" }]',
  `[{ "id": "${A}", "type": "call", "at": "2026-01-05", "with": "Rivera" }]`,
  '{ "type": "call", "option": { "retry": 3 }, "handler": "x" }',
  '{ "actions": [{ "type": "call", "title": "Call us" }, { "type": "stop" }] }',
  // Types alone are not enough where something else is foreign.
  '[{ "type": "answer" }, { "type": "button" }]',
  '{ "version": 2, "actions": [{ "type": "answer" }] }',
  '[{ "type": "play", "file": "a.mp3", "option": {} }]',
  // The buttons of a player, rows of a customer file, a quiz, a robot, a dialogue.
  '{ "actions": [{ "type": "play" }, { "type": "stop" }] }',
  '{ "name": "Toolbar", "actions": [{ "type": "play" }, { "type": "stop" }, { "type": "mute" }] }',
  '[{ "id": 1, "type": "call" }, { "id": 2, "type": "call" }]',
  '[{ "id": 17, "type": "answer" }]',
  '[{ "type": "echo" }]',
  '{ "actions": [{ "type": "fetch" }] }',
  '{ "actions": [{ "type": "sleep", "duration": 500 }, { "type": "move", "x": 3 }] }',
  '{ "name": "patrol", "actions": [{ "type": "sleep", "duration": 500 }, { "type": "beep" }] }',
  '[{ "type": "talk", "text": "Hello", "speaker": "Bob" }, { "type": "sleep", "duration": 500 }]',
  '[{ "id": "a", "type": "stop" }, { "id": "b", "type": "stop" }]',
  '{ "type": "stop", "option": {} }',
  // Two usual words are a type elsewhere too: a game, an automation, a log, a workflow.
  '{ "name": "Innkeeper", "trigger": "enter", "actions": [{ "type": "talk", "text": "Welcome" }, { "type": "variable_set", "key": "met", "value": "1" }] }',
  '{ "name": "Quest", "actions": [{ "type": "variable_set", "key": "gold", "value": "5" }, { "type": "spawn_monster", "kind": "rat" }] }',
  '{ "name": "On signup", "on": "user.created", "actions": [{ "type": "email_send", "subject": "Hi", "content": "x" }] }',
  '{ "actions": [{ "type": "sleep", "option": { "duration": 5 } }, { "type": "click", "option": { "selector": "#a" } }] }',
  '{ "name": "automation", "source": { "type": "email" }, "actions": [{ "type": "fetch" }, { "type": "stop" }] }',
  `[{ "type": "recording_start", "id": "${A}" }, { "type": "recording_stop", "id": "${A}" }]`,
  `{ "actions": [{ "type": "call", "next_id": "${A}" }, { "type": "wait" }] }`,
  '{ "flow_id": "welcome", "actions": [{ "type": "message_send", "text": "Hi" }, { "type": "stop" }] }',
];

suite('what is a flow among JSON files', () => {
  test('actions that look like those of VoIPbin', () => {
    for (const text of flows) assert.equal(isFlowText(text), true, text);
  });

  test('files of other tools are left alone, even with types that VoIPbin has too', () => {
    for (const text of others) assert.equal(likenessOf(text), 'none', text);
  });

  test('what a flow and another tool can both write is neither taken nor dropped', () => {
    for (const text of unsure) assert.equal(likenessOf(text), 'possible', text);
  });

  const judged = sharedText('corpus/expected.json');
  if (judged !== undefined)
    test('every published flow with an action that VoIPbin knows is taken or asked about', () => {
      const documents: readonly { file: string; flags: string }[] = JSON.parse(judged);
      const lost = documents.filter(({ file, flags }) => {
        const text = sharedText(`corpus/files/${file}`) ?? '';
        const { actions } = readFlow(text);
        return !/[FR]/.test(flags) && actions.some(({ definition }) => definition) && likenessOf(text) === 'none';
      });
      assert.deepEqual(
        lost.map(({ file }) => file),
        [],
      );
    });

  const shared = [
    'adaptive-card',
    'asl',
    'browser-steps',
    'connect-contact-flow',
    'crm-activities',
    'jambonz',
    'node-red',
  ];
  for (const name of [...shared, 'one-event']) {
    const text = sharedText(`cases/not-flows/${name}.json`);
    if (text !== undefined) test(`${name} is not a flow`, () => assert.equal(likenessOf(text), 'none'));
  }
});
