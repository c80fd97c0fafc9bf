import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';

const only = ['condition-variable-bare-name'];
const compare = (variable: unknown) => ({ type: 'condition_variable', option: { variable } });
const found = (variable: unknown, ...others: unknown[]) =>
  findingsIn(JSON.stringify([...others, compare(variable)]), { only }).length;

suite('condition-variable-bare-name', () => {
  test('stands on the value and tells both truths', () => {
    checkFindings(
      `
[{ "type": "condition_variable", "option": {
      "variable": "voipbin.call.digits" } }]
//                ^^^^^^^^^^^^^^^^^^^^^ condition-variable-bare-name: VoIPbin documents a name here, but its engine compares the text "voipbin.call.digits" itself, so the test never sees the value. Write "\${voipbin.call.digits}".`,
      { only },
    );
  });

  test('in the actions of a call the value would be that of the flow around', () => {
    const set = { type: 'variable_set', option: { key: 'order.kind', value: 'a' } };
    const placed = (...actions: unknown[]) => ({ type: 'call', option: { actions } });
    const told = (...actions: unknown[]) => listFindings(JSON.stringify(actions), { only })[0]?.message ?? '';
    const titles = (...actions: unknown[]) => fixTitles(JSON.stringify(actions), 'condition-variable-bare-name');
    assert.match(
      told(placed(set, compare('order.kind'))),
      /The flow that makes the call would replace .* Use a `branch`/,
    );
    assert.deepEqual(titles(placed(set, compare('order.kind'))), []);
    assert.deepEqual(titles(placed(compare('voipbin.call.digits'))), []);
    assert.match(told(set, placed(compare('order.kind'))), /Write "\$\{order\.kind\}"/);
    assert.equal(titles(set, placed(compare('order.kind'))).length, 1);
  });

  test("reports known names, VoIPbin's prefix and dotted words", () => {
    assert.equal(found('voipbin.call.status'), 1);
    assert.equal(found('voipbin.what.ever'), 1);
    assert.equal(found('contact_case_id'), 1);
    assert.equal(found('order.kind'), 1);
    assert.equal(found('attempts', { type: 'variable_set', option: { key: 'attempts', value: '1' } }), 1);
    assert.equal(found(' voipbin.call.digits '), 1);
  });

  test('constants and values are fine', () => {
    for (const constant of [
      'yes',
      'attempts',
      '',
      '1.5',
      '10.0.0.1',
      'a sentence. Another',
      '+15550100002',
      'a.',
      null,
      5,
    ])
      assert.equal(found(constant), 0, String(constant));
    assert.equal(found('${voipbin.call.digits}'), 0);
    assert.equal(found('x${voipbin.call.digits}'), 0);
  });

  test('a branch wants the bare name', () => {
    assert.deepEqual(findingsIn('[{"type":"branch","option":{"variable":"voipbin.call.digits"}}]', { only }), []);
  });

  test('goes away with the quirks of the engine', () => {
    const text = JSON.stringify([compare('order.kind')]);
    assert.deepEqual(findingsIn(text, { only, engineQuirks: false }), []);
  });

  test('writes the variable', () => {
    checkFix(
      '[{"type":"condition_variable","option":{"variable":" order.kind" /* kind */}}]',
      'condition-variable-bare-name',
      '[{"type":"condition_variable","option":{"variable":"${order.kind}" /* kind */}}]',
      'Change to "${order.kind}"',
      { jsonc: true },
    );
  });

  test('a name where a number is compared is one mistake', () => {
    const option = '"condition":"==","variable":"order.total","value_type":"number","value_number":5';
    const text = `[{"type":"condition_variable","option":{${option}}}]`;
    assert.deepEqual(findingsIn(text, { only: ['condition-variable-bare-name', 'condition-value-mismatch'] }), [
      'condition-variable-bare-name on "order.total"',
    ]);
  });
});
