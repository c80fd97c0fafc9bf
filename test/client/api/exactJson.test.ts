import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { exactJson, exactTextOf, jsonText } from '../../../client/api/exactJson';

suite('jsonText', () => {
  test('writes what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', '  '), (value, indent) => {
        assert.equal(jsonText(value, indent), JSON.stringify(value, null, indent));
      }),
    );
    const gaps = { a: undefined, b: [undefined, () => 1], c: { d: undefined } };
    assert.equal(jsonText(gaps), JSON.stringify(gaps));
    assert.equal(jsonText(undefined), 'null');
  });

  test('writes the digits of a number that JavaScript would change', () => {
    for (const text of ['9007199254740993', '1.0', '1e3', '1e999', '-0', '0.10', '123456789012345678901234567890'])
      assert.equal(jsonText({ a: [exactJson(text)] }), `{"a":[${text}]}`);
  });
});

suite('exactTextOf', () => {
  test('tells exact values from all others', () => {
    assert.equal(exactTextOf(exactJson('1.0')), '1.0');
    for (const value of [5000, '1.0', null, undefined, {}, []]) assert.equal(exactTextOf(value), undefined);
  });
});
