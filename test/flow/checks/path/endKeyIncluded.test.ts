import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles } from '../../../support/findings';
import { A } from '../../../support/ids';

const code = 'end-key-included';
const only = [code];
const end = `{ "id": "${A}", "type": "hangup" }`;
const receive = (option: string) => `{ "type": "digits_receive", "option": { "duration": 5000, ${option} } }`;
const branch = (...keys: string[]) =>
  `{ "type": "branch", "option": { "default_target_id": "${A}", "target_ids": { ${keys.map((key) => `"${key}": "${A}"`).join(', ')} } } }`;
const flow = (...actions: string[]) => `[ ${[...actions, end].join(', ')} ]`;
const found = (text: string) => findingsIn(text, { only });
const compared = (value: string) =>
  `{ "type": "condition_variable", "option": { "variable": "\${voipbin.call.digits}", "condition": "==", "value_string": "${value}", "false_target_id": "${A}" } }`;

suite('end-key-included', () => {
  test('a case without the end key', () => {
    checkFindings(
      `[ ${receive('"key": "#"')},
      { "type": "branch", "option": { "default_target_id": "${A}", "target_ids": {
        "1": "${A}",
    //  ^^^ end-key-included: Write \`1#\`
        "2#": "${A}" } } }, ${end} ]`,
      { only },
    );
    assert.deepEqual(found(flow(receive('"key": "*#", "length": 4'), branch('12'))), [`${code} on "12"`]);
  });

  test('a comparison, and a value that is stored', () => {
    assert.deepEqual(found(flow(receive('"key": "#"'), compared('1'))), [`${code} on "1"`]);
    const copy = '{ "type": "variable_set", "option": { "key": "number", "value": "${voipbin.call.digits}" } }';
    assert.deepEqual(found(flow(receive('"key": "#", "length": 15'), copy)), [`${code} on "\${voipbin.call.digits}"`]);
    assert.deepEqual(found(flow(receive('"length": 15'), copy)), []);
  });

  test('not where the keys end the wait by their number, or the end key is there', () => {
    assert.deepEqual(found(flow(receive('"key": "#", "length": 1'), branch('1'))), []);
    assert.deepEqual(found(flow(receive('"key": "#"'), branch('1#', '#', ''))), []);
    assert.deepEqual(found(flow(receive('"key": "#"'), branch('1', '1#'))), []);
    assert.deepEqual(found(flow(receive('"length": 0'), branch('1'))), []);
    assert.deepEqual(found(flow(receive('"key": "#"'), compared('#'))), []);
  });

  test('not for an end key that nobody can press, or that a variable holds', () => {
    for (const key of ['__proto__', 'a', '${end}'])
      assert.deepEqual(found(flow(receive(`"key": "${key}"`), branch('1'))), []);
    assert.deepEqual(found(flow(receive('"key": "_#"'), branch('1'))), [`${code} on "1"`]);
  });

  test('not where another way leads there without an end key, or from elsewhere', () => {
    const choose = `{ "type": "condition_datetime", "option": { "false_target_id": "bbbbbbbb-0000-4000-8000-000000000002" } }`;
    const plain = receive('"length": 1').replace('{ ', '{ "id": "bbbbbbbb-0000-4000-8000-000000000002", ');
    const both = flow(
      choose,
      receive('"key": "#"').replace('{ ', '{ "next_id": "cccccccc-0000-4000-8000-000000000003", '),
      plain,
      branch('1').replace('{ ', '{ "id": "cccccccc-0000-4000-8000-000000000003", '),
    );
    assert.deepEqual(found(both), []);
    assert.deepEqual(found(flow(receive('"key": "#"'), '{ "type": "fetch_flow" }', branch('1'))), []);
    assert.deepEqual(found(flow(branch('1'))), []);
  });

  test('a text in a new call has the digits of the flow around, a case those of the new call', () => {
    const placed = (...actions: string[]) => `{ "type": "call", "option": { "actions": [ ${actions.join(', ')} ] } }`;
    const [one, many] = [receive('"length": 1'), receive('"key": "#"')];
    assert.deepEqual(found(flow(one, placed(many, compared('5'), end))), []);
    assert.deepEqual(found(flow(many, placed(one, compared('5'), end))), [`${code} on "5"`]);
    assert.deepEqual(found(flow(one, placed(many, branch('5'), end))), [`${code} on "5"`]);
    assert.deepEqual(found(flow(many, placed(one, branch('5'), end))), []);
  });

  test('fix: adds the end key', () => {
    checkFix(flow(receive('"key": "#"'), branch('1')), code, flow(receive('"key": "#"'), branch('1#')));
    checkFix(flow(receive('"key": "*"'), compared('1')), code, flow(receive('"key": "*"'), compared('1*')));
    const copy = '{ "type": "variable_set", "option": { "key": "number", "value": "${voipbin.call.digits}" } }';
    assert.deepEqual(fixTitles(flow(receive('"key": "#"'), copy), code), []);
  });
});
