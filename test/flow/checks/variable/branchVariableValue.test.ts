import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, listFindings } from '../../../support/findings';

const only = ['branch-variable-value'];
const found = (variable: unknown) =>
  findingsIn(JSON.stringify([{ type: 'branch', option: { variable } }]), { only }).length;

suite('branch-variable-value', () => {
  test('stands on the value and tells where every caller goes', () => {
    checkFindings(
      `
[{ "type": "branch", "option": {
      "variable": "\${order.kind}" } }]
//                ^^^^^^^^^^^^^^^ branch-variable-value: \`branch\` expects a variable name but gets the value of \`order.kind\`. It finds no such variable, so every caller goes to the default.`,
      { only },
    );
  });

  test('only a variable alone is meant', () => {
    assert.equal(found(' ${order.kind} '), 1);
    assert.equal(found('order.kind'), 0);
    assert.equal(found('order.${kind}'), 0);
    assert.equal(found('${a}${b}'), 0);
    assert.equal(found('${a'), 0);
    assert.equal(found(''), 0);
    assert.equal(found(null), 0);
  });

  test('a condition wants the value', () => {
    assert.deepEqual(findingsIn('[{"type":"condition_variable","option":{"variable":"${a}"}}]', { only }), []);
  });

  test('in the actions of a call, what only the flow around sets is copied as well', () => {
    const set = '{ "type": "variable_set", "option": { "key": "kind", "value": "a" } }';
    const flow = (variable: string, copy = '') =>
      `[ ${set}, { "type": "call", "option": { "actions": [ { "type": "answer" },${copy} { "type": "branch", "option": { "variable": "${variable}" } } ] } } ]`;
    const copy = ' { "type": "variable_set", "option": { "key": "kind", "value": "${kind}" } },';
    checkFix(flow('${kind}'), 'branch-variable-value', flow('kind', copy));
    assert.match(listFindings(flow('${kind}'), { only })[0]?.message ?? '', /copy `kind` into it with `variable_set`/);
    checkFix(flow('${kind}', copy), 'branch-variable-value', flow('kind', copy));
    checkFix(flow('${voipbin.call.digits}'), 'branch-variable-value', flow('voipbin.call.digits'));
  });

  test('writes the bare name', () => {
    checkFix(
      '[{"type":"branch","option":{"variable":"${ order.kind }"}}]',
      'branch-variable-value',
      '[{"type":"branch","option":{"variable":"order.kind"}}]',
    );
  });
});
