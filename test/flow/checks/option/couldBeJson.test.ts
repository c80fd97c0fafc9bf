import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { couldBeJson } from '../../../../flow/checks/option/couldBeJson';

suite('texts that could be JSON', () => {
  const could = (...texts: string[]) => {
    for (const text of texts) assert.equal(couldBeJson(text), true, text);
  };
  const cannot = (...texts: string[]) => {
    for (const text of texts) assert.equal(couldBeJson(text), false, text);
  };

  test('without variables it is JSON or not', () => {
    could('{}', '[1]', '"a"', '1', 'null');
    cannot('', 'a', '{a:1}', '{"a":1,}', "{'a':1}", '{"a":1', '{"a":1}}');
  });

  test('within texts a variable is any text', () => {
    could('"${a}"', '{"${a}": "b ${c} d"}', '{"a": "\\"${b}\\""}', '["${a}${b}"]');
    cannot('{"a": "${b}}', '{"a": ${b} c}', 'Hello ${name}');
  });

  test('elsewhere it is a value, a member or nothing', () => {
    could('${all}', '{"a": ${b}}', '[${a}, ${b}]', '{${members}}', '{"a": 1, ${members}}', '{${key}: 1}');
    could('{"a": 1 ${more}}', '[1${more}]', '{"a": [${b}], "c": {${d}}}', '{"a": -${b}}', '{"a": 1${digits}}');
    cannot('{"a": ${b}', '{"a" ${b} "c"}');
  });

  test('a bracket in a text closes nothing', () => {
    could('{"a": "}", "b": ${c}}', '{"a": "[", ${members}}');
  });

  test('an open variable is plain text', () => {
    could('{"a": "${b"}');
    cannot('{"a": ${b');
  });
});
