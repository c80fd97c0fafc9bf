import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { definition } from '../../../server/features/definition';
import { A, B, NOWHERE } from '../../support/ids';
import { openAtCursor } from '../../support/openFlow';

/** Asserts where the name at the cursor leads: the text that is selected there, and the line on which it stands (from 0). */
function checkDefinition(marked: string, ...expected: string[]): void {
  assert.deepEqual(
    findTargets(marked).map((target) => `${target.line}: ${target.selected}`),
    expected,
  );
}

function findTargets(marked: string): { line: number; selected: string; shown: string; origin: string }[] {
  const { document, offset, at } = openAtCursor(marked);
  return (definition(document, offset) ?? []).map((link) => ({
    line: link.targetSelectionRange.start.line,
    selected: at(link.targetSelectionRange),
    shown: at(link.targetRange),
    origin: link.originSelectionRange ? at(link.originSelectionRange) : '',
  }));
}

suite('definition: actions', () => {
  test('leads from a jump to its action', () =>
    checkDefinition(
      `[\n{"id": "${A}", "type": "answer"},\n{"type": "goto", "option": {"target_id": "${A}|"}}]`,
      `1: ${A}`,
    ));
  test('shows the whole action and underlines the text between the quotes', () => {
    const [target] = findTargets(`[{"id": "${A}", "type": "answer"}, {"type": "hangup", "next_id": "|${A}"}]`);
    assert.equal(target?.shown, `{"id": "${A}", "type": "answer"}`);
    assert.equal(target.origin, A);
  });
  test('leads from next_id', () =>
    checkDefinition(`[\n{"type": "answer", "next_id": "|${B}"},\n{"type": "hangup", "id": "${B}"}]`, `2: ${B}`));
  test('leads from a case of a branch, on its key too', () => {
    const flow = (key: string, value: string) =>
      `[{"type": "branch", "option": {"target_ids": {"${key}": "${value}"}}},\n{"type": "hangup", "id": "${A}"}]`;
    checkDefinition(flow('1', `${A}|`), `1: ${A}`);
    checkDefinition(flow('|1', A), `1: ${A}`);
  });
  test('takes every spelling of an id that the engine reads', () =>
    checkDefinition(
      `[{"type": "answer", "next_id": "|{${A.toUpperCase()}}"},\n{"type": "hangup", "id": "${A}"}]`,
      `1: ${A}`,
    ));
  test('takes the first of several actions with the id, as the engine does', () =>
    checkDefinition(
      `[{"type": "answer", "next_id": "|${A}"},\n{"type": "stop", "id": "${A}"},\n{"type": "hangup", "id": "${A}"}]`,
      `1: ${A}`,
    ));
  test('leads from the reserved id of the start to the first action, selected by its type', () =>
    checkDefinition(
      '[\n{"type": "answer"},\n{"type": "hangup", "next_id": "|00000000-0000-0000-0000-000000000001"}]',
      '1: answer',
    ));
  test('leads nowhere from the reserved id of the end', () =>
    checkDefinition('[{"type": "answer", "next_id": "|00000000-0000-0000-0000-000000000002"}]'));
  test('leads to an id that its author thought would do', () =>
    checkDefinition('[{"type": "answer", "next_id": "me|nu"},\n{"type": "hangup", "id": "menu"}]', '1: menu'));
  test('leads nowhere from an id that no action has, and from what is not an id', () => {
    checkDefinition(`[{"type": "answer", "next_id": "|${NOWHERE}"}]`);
    checkDefinition('[{"type": "answer", "next_id": "|"}, {"type": "answer", "id": ""}]');
    checkDefinition('[{"type": "ans|wer"}]');
    checkDefinition('[{"type": "answer", "next_id": 1|2}]');
    checkDefinition('|');
  });
  test('stays within the new call that a call makes', () => {
    const flow = (inner: string, outer: string) =>
      `[\n{"id": "${A}", "type": "answer", "next_id": "${outer}"},\n{"type": "call", "option": {"actions": [\n{"id": "${B}", "type": "answer", "next_id": "${inner}"}\n]}}]`;
    checkDefinition(flow(`${A}|`, B));
    checkDefinition(flow(A, `${B}|`));
    checkDefinition(flow(`${B}|`, A), `3: ${B}`);
  });
  test('goes the other way on the id itself', () => {
    const flow = `[{"id": "|${A}", "type": "answer"},\n{"type": "answer", "next_id": "${A}"},\n{"type": "goto", "option": {"target_id": "${A}"}}]`;
    checkDefinition(flow, `1: ${A}`, `2: ${A}`);
    assert.equal(findTargets(flow)[0]?.shown, `{"type": "answer", "next_id": "${A}"}`);
  });
  test('stays where it is on an id that nothing refers to', () =>
    checkDefinition(`[{"id": "|${A}", "type": "answer"}]`, `0: ${A}`));
});

suite('definition: variables', () => {
  const set = '{"type": "variable_set", "option": {"key": "order.number", "value": "1"}}';
  const talk = (text: string) => `{"type": "talk", "option": {"text": "${text}", "language": "en-US"}}`;
  test('lead to the actions that set them', () =>
    checkDefinition(`[\n${set},\n${set},\n${talk('It is ${order.|number}.')}]`, '1: order.number', '2: order.number'));
  test('lead to the variables of the document', () =>
    checkDefinition(
      `{"source": {}, "variables": {\n"order.number": "1"},\n"actions": [${talk('${order.number|}')}]}`,
      '1: order.number',
    ));
  test('lead from a bare name', () =>
    checkDefinition(
      '[{"type": "variable_set", "option": {"key": "a", "value": "1"}},\n{"type": "branch", "option": {"variable": "|a"}}]',
      '0: a',
    ));
  test('where they are set lead to what reads them in the same flow', () => {
    const flow = (outer: string, inner: string) =>
      `[\n{"type": "variable_set", "option": {"key": "${outer}", "value": "1"}},\n{"type": "call", "option": {"actions": [\n{"type": "variable_set", "option": {"key": "${inner}", "value": "2"}},\n{"type": "talk", "option": {"text": "\${n}"}},\n{"type": "branch", "option": {"variable": "n"}}]}}]`;
    checkDefinition(flow('|n', 'n'), '4: n');
    checkDefinition(flow('n', '|n'), '5: n');
  });
  test('in a new call lead to what sets them for the flow that reads them', () => {
    const placed = (read: string) => `[\n${set},\n{"type": "call", "option": {"actions": [\n${set},\n${read}]}}]`;
    checkDefinition(placed(talk('${order.|number}')), '1: order.number');
    checkDefinition(placed('{"type": "branch", "option": {"variable": "order.|number"}}'), '3: order.number');
  });
  test('that VoIPbin sets lead to the actions that make it do so', () =>
    checkDefinition(
      `[\n${talk('Press 1')},\n{"type": "digits_receive", "option": {"length": 1}},\n${talk('${voipbin.call.dig|its}')}]`,
      '2: digits_receive',
    ));
  test('go the other way where they are set', () =>
    checkDefinition(
      `[${set.replace('order.', '|order.')},\n${talk('${order.number} and ${order.number}')}]`,
      '1: order.number',
      '1: order.number',
    ));
  test('lead nowhere when nothing sets them', () => checkDefinition(`[${talk('${nobody|}')}]`));
  test('are underlined without their braces', () => {
    const [target] = findTargets(`[${set}, ${talk('It is ${order.|number}.')}]`);
    assert.equal(target?.origin, 'order.number');
    assert.equal(target.shown, set);
  });
});

suite('definition: places', () => {
  test('are right behind a byte order mark, CR LF, tabs and surrogate pairs', () => {
    const [target] = findTargets(
      `\ufeff[\r\n\t{"type": "talk", "option": {"text": "😀"}, "id": "${A}"},\r\n\t{"type": "answer", "next_id": "${A}|"}]`,
    );
    assert.equal(target?.selected, A);
    assert.equal(target.line, 1);
  });
});
