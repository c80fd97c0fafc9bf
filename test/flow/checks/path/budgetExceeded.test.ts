import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findingsIn, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['budget-exceeded'];
const beeps = (count: number) => Array.from({ length: count }, () => '{ "type": "beep" }');
const list = (...parts: (string | readonly string[])[]) => `[ ${parts.flat().join(', ')} ]`;
const found = (text: string) => listFindings(text, { only }).map(({ offset }) => text.slice(offset - 10, offset));

suite('budget-exceeded', () => {
  test('the first action that no call gets to', () => {
    const text = list(beeps(101), '{ "type": "answer" }', beeps(5));
    assert.deepEqual(findingsIn(text, { only }), ['budget-exceeded on "answer"']);
    assert.match(listFindings(text, { only })[0]?.message ?? '', /executed 101 actions.*drops the call.*Shorten/);
  });

  test('not one of 101 actions', () => {
    assert.deepEqual(found(list(beeps(101))), []);
  });

  test('a jump past the first ones makes the way short', () => {
    const jump = `{ "type": "condition_variable", "option": { "false_target_id": "${A}" } }`;
    assert.deepEqual(found(list(jump, beeps(150), `{ "id": "${A}", "type": "hangup" }`)).length, 1);
    assert.deepEqual(found(list(jump, beeps(90), `{ "id": "${A}", "type": "answer" }`, beeps(20))), []);
  });

  test('a connect costs two, the bridge counts as well', () => {
    const connect = '{ "type": "connect" }';
    assert.deepEqual(
      findingsIn(
        list(
          beeps(49),
          Array.from({ length: 26 }, () => connect),
          '{ "type": "hangup" }',
        ),
        { only },
      ),
      ['budget-exceeded on "hangup"'],
    );
    assert.deepEqual(
      found(
        list(
          beeps(48),
          Array.from({ length: 26 }, () => connect),
          '{ "type": "hangup" }',
        ),
      ),
      [],
    );
  });

  test('nested lists count anew', () => {
    const call = (inner: string) => `{ "type": "call", "option": { "actions": ${inner} } }`;
    assert.deepEqual(found(list(beeps(60), call(list(beeps(60))))), []);
    assert.deepEqual(found(list(call(list(beeps(110))))).length, 1);
  });

  test('not what only a fetched flow could jump to', () => {
    assert.deepEqual(
      found(list('{ "type": "fetch_flow" }', beeps(110), `{ "id": "${A}", "type": "hangup" }`)).length,
      1,
    );
    const named = Array.from(
      { length: 110 },
      (_, at) => `{ "id": "aaaaaaaa-0000-4000-8000-${String(at).padStart(12, '0')}", "type": "beep" }`,
    );
    assert.deepEqual(found(list('{ "type": "fetch_flow" }', named)), []);
  });
});
