import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles } from '../../../support/findings';

const only = ['webhook-data-json'];
const send = (data: unknown) =>
  JSON.stringify([{ type: 'webhook_send', option: { uri: 'https://example.com', data } }]);
const fixed = (before: string, after: string) => checkFix(send(before), 'webhook-data-json', send(after));

suite('webhook-data-json', () => {
  test('stands on the value and tells that nothing is sent', () => {
    checkFindings(
      `
[{ "type": "webhook_send", "option": { "uri": "https://example.com",
      "data": "call me" } }]
//            ^^^^^^^^^ webhook-data-json: \`data\` does not contain JSON. VoIPbin sends nothing, and the flow continues. Put quotes`,
      { only },
    );
  });

  test('the text of any JSON value is fine', () => {
    for (const data of ['{"a":1}', '[]', '"call me"', '7', 'true', 'null', ' {} ', '{"a": "${b}"}', '{"a": ${b}}']) {
      assert.deepEqual(findingsIn(send(data), { only }), [], data);
    }
  });

  test('no data at all, and what is not a string, are other matters', () => {
    assert.deepEqual(findingsIn(send(''), { only }), []);
    assert.deepEqual(findingsIn(send({ a: 1 }), { only }), []);
  });

  test('puts plain texts in quotes', () => {
    fixed('call me', '"call me"');
    fixed('Call from ${voipbin.call.source.target}', '"Call from ${voipbin.call.source.target}"');
    fixed('He said "hi"', '"He said \\"hi\\""');
  });

  test('mends what can be mended', () => {
    fixed("{'a': 'b'}", '{"a": "b"}');
    fixed('{"a": 1, /* note */ "b": 2}', '{"a":1,"b":2}');
    fixed('{"a": "one\ntwo"}', '{"a": "one\\ntwo"}');
    fixed("{'a': '${b}'}", '{"a": "${b}"}');
  });

  test('leaves the rest to the author', () => {
    assert.deepEqual(fixTitles(send('{"a": }'), 'webhook-data-json'), []);
    assert.deepEqual(fixTitles(send('{a: 1}'), 'webhook-data-json'), []);
  });
});
