import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { jsonText } from '../../../client/api/exactJson';
import { exactValue } from '../../../client/run/exactValue';
import { readFlow } from '../../../flow/model/flowModel';

function sentText(text: string): string {
  const { root } = readFlow(text, { jsonc: true });
  assert.ok(root);
  return jsonText(exactValue(root, text));
}

suite('exactValue', () => {
  test('goes out as it stands', () => {
    for (const text of [
      '[9007199254740993,1.0,-0,1e3,1E-7,5000,-1.5]',
      '{"type":"a","Type":"b","type":"c"}',
      '[{"option":{"a":1.0},"option":{"b":[2.50]}},{"__proto__":1}]',
    ])
      assert.equal(sentText(text), text);
  });

  test('without comments and trailing commas', () =>
    assert.equal(sentText('[1.0, /* one */ {"a": true,}, // two\n]'), '[1.0,{"a":true}]'));

  test('is the value of every JSON text', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        assert.deepEqual(JSON.parse(sentText(text)), JSON.parse(text));
      }),
    );
  });
});
