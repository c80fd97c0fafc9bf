import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { codeLenses } from '../../../server/features/codeLenses';
import { A, B } from '../../support/ids';
import { openFlow } from '../../support/openFlow';

/** The lenses of a flow with each action on a line, as "line: title". */
function lensesOf(text: string): string[] {
  return codeLenses(openFlow(text).document, {}).map(({ range, command }) => `${range.start.line}: ${command?.title}`);
}

const menu = `[
{"id": "${A}", "type": "talk"},
{"type": "branch", "option": {"target_ids": {"1": "${B}", "2": "${B}"}, "default_target_id": "${A}"}},
{"type": "beep"},
{"id": "${B}", "type": "hangup"}]`;

suite('codeLenses', () => {
  test('say how many ways lead to an action by a jump, and where none does', () =>
    assert.deepEqual(lensesOf(menu), ['1: 1 way leads here', '3: No call gets here', '4: 3 ways lead here']));
  test('are not above actions that simply follow', () =>
    assert.deepEqual(lensesOf('[\n{"type": "answer"},\n{"type": "hangup"}]'), []));
  test('are not there for what nobody can judge', () => {
    assert.deepEqual(lensesOf(`{"id": "${A}", "type": "talk", "next_id": "${A}"}`), []);
    assert.deepEqual(lensesOf(`{"tm_create": "", "actions": ${menu}}`), []);
  });
  test('show the ways where an editor has a command for it', () => {
    const { document, at } = openFlow(menu);
    const lens = codeLenses(document, { showPlacesCommand: 'show' })[2];
    assert.equal(lens?.command?.command, 'show');
    const [uri, position, places] = lens?.command?.arguments ?? [];
    assert.equal(uri, document.uri);
    assert.deepEqual(position, { line: 4, character: 0 });
    assert.deepEqual(
      (places as { range: Parameters<typeof at>[0] }[]).map(({ range }) => at(range)),
      [`"${B}"`, `"${B}"`, '"beep"'],
    );
  });
});
