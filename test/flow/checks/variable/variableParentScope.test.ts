import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, findingsIn, listFindings } from '../../../support/findings';

const only = ['variable-parent-scope'];
const talk = (text: string) => ({ type: 'talk', option: { text, language: 'en-US' } });
const set = (key: string) => ({ type: 'variable_set', option: { key, value: '1' } });
const call = (...actions: unknown[]) => ({ type: 'call', option: { actions } });
const digits = { type: 'digits_receive', option: { duration: 5000 } };
const found = (...actions: unknown[]) => findingsIn(JSON.stringify(actions), { only });

suite('variable-parent-scope', () => {
  test('stands on the variable and points at the call', () => {
    checkFindings(
      `
[{ "type": "call", "option": { "actions": [
   { "type": "variable_set", "option": { "key": "answer", "value": "\${voipbin.call.digits}" } }] } }]
//                                                                  ^^^^^^^^^^^^^^^^^^^^^^ variable-parent-scope: is replaced by the flow that makes the call, before the new call exists: here it is the value of that flow.`,
      { only },
    );
    const [finding] = listFindings(JSON.stringify([call(talk('${voipbin.call.id}'))]), { only });
    assert.equal(finding?.related.length, 1);
    assert.equal(
      JSON.stringify([call(talk('x'))]).slice(finding?.related[0]?.offset, finding?.related[0]?.end),
      '"call"',
    );
  });

  test('what only the new call sets is empty', () => {
    assert.deepEqual(found(call(set('answer'), talk('${answer}'))), ['variable-parent-scope on ${answer}']);
    assert.deepEqual(found(call({ type: 'recording_start' }, talk('${voipbin.recording.id}'))), [
      'variable-parent-scope on ${voipbin.recording.id}',
    ]);
    const [finding] = listFindings(JSON.stringify([call(set('answer'), talk('${answer}'))]), { only });
    assert.match(finding?.message ?? '', /here it is an empty string/);
  });

  test('what the calling flow sets is passed on purpose', () => {
    assert.deepEqual(found(set('order'), call(talk('${order}'))), []);
    assert.deepEqual(found(set('order'), call(set('order'), talk('${order}'))), []);
    assert.deepEqual(found({ type: 'recording_start' }, call(talk('${voipbin.recording.id}'))), []);
    assert.deepEqual(found(set('voipbin.call.digits'), call(talk('${voipbin.call.digits}'))), []);
    const body = { variables: { order: '1' }, destinations: [], actions: [call(talk('${order}'))] };
    assert.deepEqual(findingsIn(JSON.stringify(body), { only }), []);
  });

  test('keys that the first caller pressed are passed on purpose, unless the new call asks too', () => {
    assert.deepEqual(found(digits, call(talk('${voipbin.call.digits}'))), []);
    assert.equal(found(digits, call(digits, talk('${voipbin.call.digits}'))).length, 1);
    assert.equal(found(talk('Hello'), call(talk('${voipbin.call.digits}'))).length, 1);
  });

  test('the party of the first call is mostly meant: told quietly', () => {
    const [finding] = listFindings(JSON.stringify([call(talk('${voipbin.call.source.target}'))]), { only });
    assert.equal(finding?.severity, 'information');
  });

  test('of a conversation, and of names that nothing sets, nothing is said', () => {
    assert.deepEqual(found(call(talk('${voipbin.conversation.peer.target} ${nobody} ${voipbin.nobody}'))), []);
  });

  test('outside of calls, and in what a branch reads by itself, nothing is replaced too early', () => {
    assert.deepEqual(found(talk('${voipbin.call.digits}'), call()), []);
    assert.deepEqual(found(call({ type: 'branch', option: { variable: 'voipbin.call.digits' } })), []);
  });

  test('in a call within a call the outermost flow gives the values', () => {
    assert.deepEqual(found(set('order'), call(call(talk('${order}')))), []);
    assert.deepEqual(found(call(set('order'), call(talk('${order}')))), ['variable-parent-scope on ${order}']);
    assert.equal(found(call(call(set('order'), talk('${order}')))).length, 1);
    assert.deepEqual(found(call(set('order')), call(talk('${order}'))), []);
  });
});
