import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['option-type'];
const found = (type: string, option: unknown) => findingsIn(JSON.stringify([{ type, option }]), { only });
const said = (document: unknown) =>
  listFindings(JSON.stringify(document), { only }).map(({ severity, message }) => `${severity}: ${message}`);
const fixed = (type: string, option: string, after: string) =>
  checkFix(`[{"type":"${type}","option":{${option}}}]`, 'option-type', `[{"type":"${type}","option":{${after}}}]`);

suite('option-type', () => {
  test('stands on the value and tells what is wanted and what happens', () => {
    checkFindings(
      `
[{ "type": "sleep", "option": { "duration": "5000" } }]
//                                          ^^^^^^ option-type: \`duration\` expects an integer, not a string. VoIPbin cannot read the options and skips the action.`,
      { only },
    );
    assert.match(said([{ type: 'goto', option: { loop_count: '2' } }])[0] ?? '', /the flow stops here/);
    assert.match(said([{ type: 'variable_set', option: { value: 7 } }])[0] ?? '', /skips the action/);
  });

  test('a variable is a text, whatever its value', () => {
    assert.match(
      said([{ type: 'sleep', option: { duration: '${ms}' } }])[0] ?? '',
      /and a variable is always a string/,
    );
    assert.deepEqual(fixTitles('[{"type":"sleep","option":{"duration":"${ms}"}}]', 'option-type'), []);
    assert.deepEqual(found('fetch_flow', { flow_id: '${next}' }), []);
  });

  test('whole numbers may be written in any way, fractions are none', () => {
    assert.deepEqual(found('sleep', { duration: 2000 }), []);
    assert.deepEqual(findingsIn('[{"type":"sleep","option":{"duration":2e3}}]', { only }), []);
    assert.deepEqual(findingsIn('[{"type":"sleep","option":{"duration":2000.0}}]', { only }), []);
    assert.deepEqual(found('sleep', { duration: 2000.5 }), ['option-type on 2000.5']);
    assert.deepEqual(found('condition_variable', { value_number: 1.5 }), []);
  });

  test('a number that VoIPbin cannot read is too large, and not a fraction', () => {
    const saidOf = (type: string, option: string) =>
      listFindings(`[{ "type": "${type}", "option": { ${option} } }]`, { only }).map(({ message }) => message);
    const refused = ['This number is too large to be read. The API refuses the request with 400. Write a smaller one.'];
    assert.deepEqual(saidOf('sleep', '"duration": 1e400'), refused);
    // Also where the option itself does not matter, and in the actions of a call.
    assert.deepEqual(saidOf('sleep', '"x": { "y": [-1e400] }'), refused);
    assert.deepEqual(saidOf('call', '"actions": [{ "type": "sleep", "option": { "duration": 1e400 } }]'), refused);
    assert.match(saidOf('sleep', '"duration": 1e20')[0] ?? '', /expects an integer, not one of this size\. .*skips/);
    assert.match(
      saidOf('condition_variable', '"value_number": 1e39')[0] ?? '',
      /expects a number, not one of this size/,
    );
    assert.deepEqual(saidOf('sleep', '"duration": 9e18'), []);
    assert.deepEqual(fixTitles('[{"type":"sleep","option":{"duration":1e20}}]', 'option-type'), []);
    assert.deepEqual(fixTitles('[{"type":"sleep","option":{"duration":"99999999999999999999"}}]', 'option-type'), []);
    assert.deepEqual(
      findingsIn('[{"type":"digits_receive","option":{"length":-1e400}}]', { only: ['option-range'] }),
      [],
    );
  });

  test('null counts as missing', () => {
    assert.deepEqual(found('sleep', { duration: null }), []);
    assert.deepEqual(found('connect', { source: null, destinations: null }), []);
  });

  test('lists, objects and flags are judged too', () => {
    assert.deepEqual(found('connect', { early_media: 'true' }), ['option-type on "true"']);
    assert.deepEqual(found('connect', { destinations: { type: 'tel' } }), ['option-type on "destinations"']);
    assert.deepEqual(found('connect', { destinations: ['+15550100002'] }), ['option-type on "+15550100002"']);
    assert.deepEqual(found('message_send', { source: '+15550100001' }), ['option-type on "+15550100001"']);
    assert.deepEqual(found('branch', { target_ids: [A] }), ['option-type on "target_ids"']);
    assert.deepEqual(found('webhook_send', { data: { a: 1 } }), ['option-type on "data"']);
    assert.deepEqual(found('call', { actions: {} }), ['option-type on "actions"']);
  });

  test('a text expects a text', () => {
    assert.deepEqual(found('digits_receive', { key: 1 }), ['option-type on 1']);
    assert.deepEqual(found('queue_join', { queue_id: 7 }), ['option-type on 7']);
  });

  test('in a list of texts VoIPbin makes a text of a number', () => {
    assert.match(
      said([{ type: 'play', option: { stream_urls: [5] } }])[0] ?? '',
      /^warning: An entry of `stream_urls`/,
    );
  });

  test('a list that always fails is told so once', () => {
    assert.deepEqual(found('condition_datetime', { weekdays: ['1', 2] }), []);
  });

  test('`option` itself is an object', () => {
    assert.deepEqual(findingsIn('[{"type":"sleep","option":5}]', { only }), ['option-type on 5']);
    assert.deepEqual(findingsIn('[{"type":"dance","option":[]}]', { only }), ['option-type on "option"']);
    assert.deepEqual(findingsIn('[{"type":"answer","option":null}]', { only }), []);
  });

  test('the body of a request is refused, and its list of actions is judged elsewhere', () => {
    assert.deepEqual(said({ destinations: [], variables: { floor: 3 } }), [
      'error: `floor` expects a string, not a number. The API refuses the request with 400.',
    ]);
    assert.deepEqual(said({ name: 'x', actions: 'none' }), []);
  });

  test('a value that is still to be typed has no type', () => {
    assert.deepEqual(findingsIn('[{"type":"sleep","option":{"duration": }}]', { only }), []);
  });

  test('writes literals in the right form', () => {
    fixed('sleep', '"duration":"5000"', '"duration":5000');
    fixed('sleep', '"duration":"5 s"', '"duration":5000');
    fixed('recording_start', '"duration":"1500ms"', '"duration":2');
    fixed('sleep', '"duration":99.6', '"duration":100');
    fixed('connect', '"early_media":"yes"', '"early_media":true');
    fixed('connect', '"early_media":0', '"early_media":false');
    fixed('condition_variable', '"value_number":"1.5"', '"value_number":1.5');
    fixed('digits_receive', '"key":5', '"key":"5"');
    fixed('variable_set', '"key":"x","value":true', '"key":"x","value":"true"');
  });

  test('writes the text of what webhook data should hold', () => {
    fixed('webhook_send', '"data":{"order": [1, "two"]}', '"data":"{\\"order\\":[1,\\"two\\"]}"');
    fixed('webhook_send', '"data":7', '"data":"7"');
  });

  test('makes addresses of texts, and lists of single things', () => {
    fixed('message_send', '"source":"+1 555-010-0001"', '"source":{ "type": "tel", "target": "+15550100001" }');
    fixed('connect', '"destinations":"2001"', '"destinations":[{ "type": "extension", "target_name": "2001" }]');
    fixed(
      'connect',
      '"destinations":["sip:a@example.com"]',
      '"destinations":[{ "type": "sip", "target": "a@example.com" }]',
    );
    fixed(
      'email_send',
      '"destinations":["a@example.com"]',
      '"destinations":[{ "type": "email", "target": "a@example.com" }]',
    );
    fixed('play', '"stream_urls":"https://example.com/a.wav"', '"stream_urls":["https://example.com/a.wav"]');
    fixed(
      'connect',
      '"source":"${voipbin.call.source.target}"',
      '"source":{ "type": "tel", "target": "${voipbin.call.source.target}" }',
    );
    fixed('email_send', '"destinations":"${to}"', '"destinations":[{ "type": "email", "target": "${to}" }]');
  });

  test('guesses nothing', () => {
    for (const option of ['"duration":"soon"', '"duration":true', '"duration":[]', '"duration":"5 min"']) {
      assert.deepEqual(fixTitles(`[{"type":"sleep","option":{${option}}}]`, 'option-type'), []);
    }
    assert.deepEqual(fixTitles('[{"type":"connect","option":{"source":"the office"}}]', 'option-type'), []);
    assert.deepEqual(fixTitles('[{"type":"queue_join","option":{"queue_id":7}}]', 'option-type'), []);
    assert.deepEqual(fixTitles('[{"type":"sleep","option":5}]', 'option-type'), []);
  });

  test('makes no address that the action cannot reach', () => {
    for (const [type, target] of Object.entries({ email_send: '+15550100001', message_send: 'a@example.com' }))
      assert.deepEqual(fixTitles(`[{"type":"${type}","option":{"destinations":["${target}"]}}]`, 'option-type'), []);
  });

  test('a number is not a URL and no language, in whatever quotes', () => {
    assert.deepEqual(fixTitles('[{"type":"fetch","option":{"event_url":5}}]', 'option-type'), []);
    assert.deepEqual(fixTitles('[{"type":"talk","option":{"text":"Hi","language":5}}]', 'option-type'), []);
  });
});
