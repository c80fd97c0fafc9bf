import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';

const only = ['condition-value-mismatch'];
const text = (option: unknown) => JSON.stringify([{ type: 'condition_variable', option }]);
const found = (option: unknown) => findingsIn(text(option), { only });
const fixed = (before: unknown, after: unknown, title?: string) =>
  checkFix(text(before), 'condition-value-mismatch', text(after), title);

suite('condition-value-mismatch', () => {
  test('stands on the name of the option that is not read', () => {
    checkFindings(
      `
[{ "type": "condition_variable", "option": { "value_type": "number",
      "value_string": "3" } }]
//    ^^^^^^^^^^^^^^ condition-value-mismatch: \`value_type\` is "number", so VoIPbin reads \`value_number\` and not \`value_string\`: it compares with 0. Rename it`,
      { only },
    );
    const [finding] = listFindings(text({ value_type: 'string', value_length: 3 }), { only });
    assert.match(finding?.message ?? '', /it compares with an empty string/);
  });

  test('the right one, beside others too, and none at all are fine', () => {
    assert.deepEqual(found({ value_type: 'string', value_string: 'a' }), []);
    assert.deepEqual(found({ value_type: 'number', value_number: 1, value_string: '1' }), []);
    assert.deepEqual(found({ value_type: 'string' }), []);
    assert.deepEqual(found({ value_type: 'string', value_number: null }), []);
    assert.deepEqual(found({ value_number: 1 }), []);
    assert.deepEqual(found({ value_type: 'text', value_number: 1 }), []);
    assert.deepEqual(
      findingsIn(
        '[{"type":"condition_variable","option":{"value_type":"number","value_string":"1","value_number": }}]',
        { only },
      ),
      [],
    );
  });

  test('of two wrong ones the first is named', () => {
    assert.deepEqual(found({ value_type: 'length', value_number: 1, value_string: 'a' }), [
      'condition-value-mismatch on "value_string"',
    ]);
  });

  test('a text that is not a number makes the test false', () => {
    checkFindings(
      `
[{ "type": "condition_variable", "option": { "value_type": "number", "value_number": 3,
      "variable": "three" } }]
//                ^^^^^^^ condition-value-mismatch: "three" is not a number, so the test is always false.`,
      { only },
    );
    for (const variable of ['1,5', ' 5', '0x5', '1e39', '--1', '5 ', 'e5', '1__0', '-nan', '0x1p200', '0x.p1'])
      assert.equal(found({ value_type: 'number', value_number: 1, variable }).length, 1, variable);
  });

  test('numbers as Go reads them are fine, and so are variables', () => {
    for (const variable of [
      '3',
      '-1.5',
      '+5',
      '5.',
      '.5',
      '007',
      '5e0',
      '1_0',
      '0x5p0',
      'inf',
      'NaN',
      '${a}',
      '1${a}',
      '',
    ])
      assert.deepEqual(found({ value_type: 'number', value_number: 1, variable }), [], variable);
    assert.deepEqual(found({ value_type: 'string', value_string: 'a', variable: 'three' }), []);
  });

  test('renames the option and writes its value as that one wants it', () => {
    fixed({ value_type: 'number', value_string: '3' }, { value_type: 'number', value_number: 3 });
    fixed({ value_type: 'string', value_number: 3 }, { value_type: 'string', value_string: '3' });
    fixed({ value_type: 'length', value_number: 3 }, { value_type: 'length', value_length: 3 });
  });

  test('or changes the type', () => {
    fixed({ value_type: 'number', value_string: 'three' }, { value_type: 'string', value_string: 'three' });
    fixed({ value_type: 'string', value_number: 3 }, { value_type: 'number', value_number: 3 }, 'Change `value_type`');
    assert.deepEqual(fixTitles(text({ value_type: 'number', variable: 'x' }), 'condition-value-mismatch'), []);
  });
});
