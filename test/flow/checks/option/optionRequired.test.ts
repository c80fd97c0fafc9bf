import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A, B } from '../../../support/ids';

const only = ['option-required'];
const said = (document: unknown) =>
  listFindings(JSON.stringify(document), { only }).map(
    ({ missing, severity, message }) => `${missing} ${severity}: ${message}`,
  );
const lacks = (document: unknown) => said(document).map((text) => text.split(':')[0]);

suite('option-required', () => {
  test('stands on the options and tells what happens', () => {
    checkFindings(
      `[{ "type": "talk",
         "option": { "text": "We are closed." } }]
//       ^^^^^^^^ option-required: \`language\` of \`talk\` is missing. The caller hears nothing`,
      { only },
    );
  });

  test('stands on the action where there are no options at all', () => {
    assert.deepEqual(lacks([{ type: 'sleep' }]), ['duration warning']);
    assert.deepEqual(findingsIn('[{ "type": "sleep" }]', { only }), ['option-required on {']);
  });

  test('is as severe as what VoIPbin does', () => {
    assert.deepEqual(lacks([{ type: 'queue_join', option: {} }]), ['queue_id error']);
    assert.deepEqual(lacks([{ type: 'digits_send', option: {} }]), ['digits warning']);
    assert.deepEqual(lacks([{ type: 'webhook_send', option: { data: '1' } }]), ['uri warning']);
    assert.deepEqual(lacks([{ type: 'recording_start', option: {} }]), ['format information']);
    assert.deepEqual(
      lacks([{ type: 'condition_variable', option: { variable: 'x', condition: '==', false_target_id: A } }]),
      ['value_type error'],
    );
  });

  test('asks for either of two: an AI by assistance or by ai_id', () => {
    assert.deepEqual(lacks([{ type: 'ai_talk', option: {} }]), ['assistance_type error', 'assistance_id error']);
    assert.deepEqual(lacks([{ type: 'ai_talk', option: { ai_id: A } }]), []);
    assert.deepEqual(lacks([{ type: 'ai_talk', option: { assistance_id: A } }]), ['assistance_type error']);
  });

  test('leaves to other checks what two options lack together', () => {
    const source = { type: 'tel', target: '+15550100001' };
    const option = { source, destinations: [{ type: 'tel', target: '+15550100002' }] };
    assert.deepEqual(lacks([{ type: 'call', option }]), []);
  });

  test('an empty string, null and the empty id count as missing', () => {
    assert.deepEqual(said([{ type: 'talk', option: { text: '', language: null } }]).length, 2);
    assert.match(
      said([{ type: 'talk', option: { text: '', language: 'en-US' } }])[0] ?? '',
      /`text` of `talk` is empty/,
    );
    const nil = '00000000-0000-0000-0000-000000000000';
    assert.match(said([{ type: 'queue_join', option: { queue_id: nil } }])[0] ?? '', /is the empty id/);
    assert.deepEqual(findingsIn('[{"type":"talk","option":{"text":"","language":"en-US"}}]', { only }), [
      'option-required on ""',
    ]);
  });

  test('an empty list counts as missing, an empty map does not', () => {
    assert.deepEqual(lacks([{ type: 'play', option: { stream_urls: [] } }]), ['stream_urls warning']);
    assert.deepEqual(lacks([{ type: 'branch', option: { default_target_id: A, target_ids: {} } }]), []);
  });

  test('an empty string is fine where nothing is needed', () => {
    assert.deepEqual(lacks([{ type: 'variable_set', option: { key: 'x', value: '' } }]), []);
    assert.deepEqual(lacks([{ type: 'recording_start', option: { format: '' } }]), []);
  });

  test('an empty id cannot be read, which is another matter', () => {
    assert.deepEqual(lacks([{ type: 'queue_join', option: { queue_id: '' } }]), []);
  });

  test('names match in any case', () => {
    assert.deepEqual(lacks([{ type: 'sleep', option: { Duration: 2000 } }]), []);
  });

  test('what is written in the wrong place is not called missing', () => {
    assert.deepEqual(lacks([{ type: 'talk', text: 'Hello', language: 'en-US' }]), []);
    assert.deepEqual(lacks([{ type: 'talk', options: { text: 'Hello', language: 'en-US' } }]), []);
    assert.deepEqual(lacks([{ type: 'talk', text: 'Hello', option: {} }]), ['language warning']);
  });

  test('a value that is still to be typed is not missing', () => {
    assert.deepEqual(findingsIn('[{"type":"sleep","option":{"duration":}}]', { only }), []);
    assert.deepEqual(findingsIn('[{"type":"sleep","option":', { only }), []);
  });

  test('nothing is said where something cannot be read', () => {
    assert.deepEqual(findingsIn('[{"type":"sleep","option":{ ... }}]', { only }), []);
    assert.deepEqual(findingsIn('[{"type":"talk", ... }]', { only }), []);
    assert.deepEqual(findingsIn('[{"type":"play","option":{"stream_urls":[...]}}]', { only }), []);
  });

  test('a comma too many hides nothing', () => {
    assert.deepEqual(findingsIn('[{"type":"sleep","option":{},}]', { only }), ['option-required on "option"']);
  });

  test('an example of one action may leave its options out, not a single one of them', () => {
    assert.deepEqual(lacks({ id: A, type: 'talk' }), []);
    assert.deepEqual(lacks({ type: 'talk', option: { text: 'Hello' } }), ['language warning']);
  });

  test('an option that is not an object is a matter of its type', () => {
    assert.deepEqual(lacks([{ type: 'sleep', option: 'short' }]), []);
    assert.deepEqual(lacks([{ type: 'sleep', option: null }]), ['duration warning']);
  });

  test('looks into objects within options, and into the body of a request', () => {
    const option = { destinations: [{ type: 'email', target: 'a@example.com' }], subject: 's', content: 'c' };
    const attachments = [{ reference_type: 'recording' }];
    assert.deepEqual(lacks([{ type: 'email_send', option: { ...option, attachments } }]), ['reference_id warning']);
    const body = { provider_id: null, destinations: [{ type: 'tel', target: '+15550100002' }], flow_id: B };
    assert.deepEqual(lacks(body), ['provider_id error']);
  });

  test('an unknown type is no matter of its options', () => {
    assert.deepEqual(lacks([{ type: 'dance' }, {}]), []);
  });

  test('adds the option behind the others', () => {
    checkFix(
      `[
  {
    "type": "sleep",
    "option": {
      // how long?
    }
  }
]`,
      'option-required',
      `[
  {
    "type": "sleep",
    "option": {
      // how long?
      "duration": 3000
    }
  }
]`,
      'Add `duration`',
      { jsonc: true },
    );
    checkFix(
      '[{ "type": "talk", "option": { "text": "Hi" } }]',
      'option-required',
      '[{ "type": "talk", "option": { "text": "Hi", "language": "en-US" } }]',
    );
  });

  test('adds `option` too, behind the type', () => {
    checkFix(
      '[{ "type": "sleep", "next_id": null }]',
      'option-required',
      '[{ "type": "sleep", "option": { "duration": 3000 }, "next_id": null }]',
    );
    checkFix('[{"type":"sleep","option":null}]', 'option-required', '[{"type":"sleep","option":{ "duration": 3000 }}]');
  });

  test('speaks the language of the rest of the file', () => {
    const talk = (language: string) => `{"type":"talk","option":{"text":"Hi","language":"${language}"}}`;
    const rest = [talk('de-DE'), talk('de-DE'), talk('fr-FR'), talk('${lang}')].join();
    checkFix(
      `[{"type":"talk","option":{"text":"Hi"}},${rest}]`,
      'option-required',
      `[{"type":"talk","option":{"text":"Hi", "language": "de-DE"}},${rest}]`,
    );
  });

  test('puts a value in the place of an empty one', () => {
    checkFix(
      '[{"type":"talk","option":{"text":"Hi","language":""}}]',
      'option-required',
      '[{"type":"talk","option":{"text":"Hi","language":"en-US"}}]',
      'Put "en-US" there',
    );
  });

  test('has no fix where only the author knows: the target of a jump', () => {
    const text = '[{"type":"condition_call_digits","option":{"length":1}}]';
    assert.deepEqual(fixTitles(text, 'option-required'), []);
  });

  test('does not put in what would be the next mistake: an empty id, ids of the example, a language that is none', () => {
    assert.deepEqual(fixTitles('[{"type":"queue_join","option":{}}]', 'option-required'), []);
    checkFix(
      `[{"type":"branch","id":"${A}","option":{ "default_target_id": "${A}" }}]`,
      'option-required',
      `[{"type":"branch","id":"${A}","option":{ "default_target_id": "${A}", "target_ids": {} }}]`,
    );
    const wrong = '{"type":"talk","option":{"text":"Hi","language":"en_US"}}';
    checkFix(
      `[{"type":"talk","option":{"text":"Hi"}},${wrong}]`,
      'option-required',
      `[{"type":"talk","option":{"text":"Hi", "language": "en-US"}},${wrong}]`,
    );
  });

  test('puts no variable into the actions of a call, where the flow around replaces it', () => {
    const condition = `{ "type": "condition_variable", "option": { "variable": "", "condition": "==", "value_type": "string", "false_target_id": "${A}" } }`;
    assert.deepEqual(fixTitles(`[ ${condition} ]`, 'option-required').slice(0, 1), [
      'Put "${voipbin.call.digits}" there',
    ]);
    const placed = `[ { "type": "call", "option": { "source": { "type": "tel", "target": "+15550100001" }, "destinations": [ { "type": "tel", "target": "+15550100002" } ], "actions": [ ${condition} ] } } ]`;
    assert.deepEqual(findingsIn(placed, { only }), ['option-required on ""']);
    assert.deepEqual(fixTitles(placed, 'option-required'), []);
  });

  test('takes the type of the value that is there', () => {
    const option = '"variable":"${x}","condition":">","false_target_id":"${y}","value_number":5';
    checkFix(
      `[{"type":"condition_variable","option":{${option}}}]`,
      'option-required',
      `[{"type":"condition_variable","option":{${option}, "value_type": "number"}}]`,
    );
  });

  test('writes a message that is one', () => {
    checkFix(
      '[{"type":"conversation_send","option":{ "conversation_id": "${voipbin.conversation.id}" }}]',
      'option-required',
      '[{"type":"conversation_send","option":{ "conversation_id": "${voipbin.conversation.id}", "text": "Thank you, we will answer within the hour." }}]',
    );
  });
});
