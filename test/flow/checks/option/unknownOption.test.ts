import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['unknown-option'];
const found = (document: unknown) => findingsIn(JSON.stringify(document), { only });
const message = (document: unknown) => listFindings(JSON.stringify(document), { only })[0]?.message ?? '';
const action = (type: string, option: unknown) => [{ type, option }];

suite('unknown-option', () => {
  test('stands on the name and says that it is ignored', () => {
    checkFindings(
      `[{ "type": "talk", "option": {
            "text": "Hello", "language": "en-US",
            "speed": 2 } }]
//          ^^^^^^^ unknown-option: \`talk\` has no option \`speed\`, and VoIPbin ignores it. Remove it`,
      { only },
    );
  });

  test('a note to people is an information, in addresses too, and nothing takes it away', () => {
    const text =
      '[{ "type": "talk", "option": { "_comment": "x" } }, { "type": "connect", "option": { "source": { "//": "x" } } }]';
    assert.deepEqual(
      listFindings(text, { only }).map(({ severity }) => severity),
      ['information', 'information'],
    );
    assert.deepEqual(fixTitles(text, 'unknown-option'), []);
  });

  test('names match in any case', () => {
    assert.deepEqual(found(action('sleep', { DURATION: 2000 })), []);
  });

  test('tells a near name, another word for it, and the successor of an old name', () => {
    assert.match(message(action('talk', { text: 'Hi', langage: 'en-US' })), /Did you mean `language`\?/);
    assert.match(message(action('talk', { message: 'Hi', language: 'en-US' })), /Did you mean `text`\?/);
    assert.match(message(action('play', { urls: [] })), /`urls` is an old name that VoIPbin ignores. `stream_urls`/);
  });

  test('a name that is there already is not the one that is meant', () => {
    assert.match(message(action('talk', { text: 'Hi', language: 'en-US', message: 'Hi' })), /Remove it/);
  });

  test('an address and an entry of a list have names of their own', () => {
    const destinations = [{ type: 'tel', target: '+15550100002', number: '1' }];
    assert.deepEqual(found(action('connect', { destinations })), ['unknown-option on "number"']);
    assert.match(message(action('connect', { destinations })), /An address has no option `number`/);
    const attachments = [{ reference_type: 'recording', reference_id: A, file: 'x' }];
    assert.deepEqual(found(action('email_send', { attachments })), ['unknown-option on "file"']);
    assert.deepEqual(found({ source: { kind: 'tel' }, destinations: [] }), ['unknown-option on "kind"']);
  });

  test("says nothing of the document's own keys, of cases, of variables and of actions of unknown types", () => {
    assert.deepEqual(found({ destinations: [], colour: 'red', variables: { anything: 'goes' } }), []);
    assert.deepEqual(found(action('branch', { target_ids: { anything: A }, default_target_id: A })), []);
    assert.deepEqual(found(action('dance', { tempo: 3 })), []);
  });

  test('a removed option is told by its own check', () => {
    assert.deepEqual(
      findingsIn('[{"type":"talk","option":{"gender":"female"}}]', { only: [...only, 'removed-option'] }),
      ['removed-option on "gender"'],
    );
  });

  test('a key without a value is still being typed', () => {
    assert.deepEqual(findingsIn('[{"type":"talk","option":{"spee"}}]', { only }), []);
    assert.deepEqual(findingsIn('[{"type":"talk","option":{"speed": }}]', { only }), []);
  });

  test('in an action where a bracket is amiss, a key may belong elsewhere; an action without a fault behind it is judged', () => {
    const torn = '{"type":"talk","option":{"text":"Hi","language":"en-US","x":1}';
    assert.deepEqual(findingsIn(`[${torn}]`, { only }), []);
    assert.deepEqual(findingsIn(`[${torn},{"type":"connect","option":{"y":1}}]`, { only }), ['unknown-option on "y"']);
  });

  test('renames and keeps the value', () => {
    checkFix(
      '[{"type":"talk","option":{"text":"Hi", /* tag */ "langage": "en-US"}}]',
      'unknown-option',
      '[{"type":"talk","option":{"text":"Hi", /* tag */ "language": "en-US"}}]',
      'Rename to `language`',
      { jsonc: true },
    );
    checkFix(
      '[{"type":"digits_receive","option":{"duration":5000,"terminator":"#"}}]',
      'unknown-option',
      '[{"type":"digits_receive","option":{"duration":5000,"key":"#"}}]',
    );
  });

  test('writes the value as the new name wants it', () => {
    checkFix(
      '[{"type":"play","option":{"url":"https://example.com/a.wav"}}]',
      'unknown-option',
      '[{"type":"play","option":{"stream_urls":["https://example.com/a.wav"]}}]',
    );
  });

  test('does not rename where the successor wants another value', () => {
    assert.deepEqual(fixTitles('[{"type":"goto","option":{"target_index":3}}]', 'unknown-option'), [
      'Remove `target_index`',
    ]);
    assert.deepEqual(fixTitles('[{"type":"amd","option":{"sync":true}}]', 'unknown-option'), ['Remove `sync`']);
  });

  test('removes the option with its comma', () => {
    checkFix(
      '[{"type":"sleep","option":{"speed": 2, "duration":2000}}]',
      'unknown-option',
      '[{"type":"sleep","option":{"duration":2000}}]',
      'Remove `speed`',
    );
  });

  test('an address in the place of an array of addresses has one mistake: its type', () => {
    const text = '[{"type":"connect","option":{"destinations":{"type":"sip","target":"a@example.com"}}}]';
    assert.deepEqual(findingsIn(text, { only: ['unknown-option', 'option-type'] }), ['option-type on "destinations"']);
  });
});
