import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { references } from '../../../server/features/references';
import { A, B } from '../../support/ids';
import { openAtCursor } from '../../support/openFlow';

/** Asserts the places that name the same thing, as "line: text", lines from 0; the declaration only where it is asked for. */
function checkReferences(marked: string, expected: readonly string[] | null, includeDeclaration = false): void {
  const { document, offset, at } = openAtCursor(marked);
  const found = references(document, offset, { includeDeclaration });
  assert.deepEqual(found?.map((location) => `${location.range.start.line}: ${at(location.range)}`) ?? null, expected);
}

const flow = (id: string, target: string) =>
  `[\n{"id": "${id}", "type": "talk"},\n{"type": "branch", "option": {"default_target_id": "${target}", "target_ids": {"1": "${A}"}}},\n{"type": "hangup", "next_id": "${A}"}]`;

suite('references', () => {
  test('of an action are the same from its id and from any of them', () => {
    const expected = [`2: ${A}`, `2: ${A}`, `3: ${A}`];
    checkReferences(flow(`|${A}`, A), expected);
    checkReferences(flow(A, `${A}|`), expected);
  });
  test('begin with the id itself where that is asked for', () =>
    checkReferences(flow(A, `${A}|`), [`1: ${A}`, `2: ${A}`, `2: ${A}`, `3: ${A}`], true));
  test('count the reserved id of the start for the first action', () =>
    checkReferences(flow(`${A}|`, '00000000-0000-0000-0000-000000000001'), [
      '2: 00000000-0000-0000-0000-000000000001',
      `2: ${A}`,
      `3: ${A}`,
    ]));
  test('do not leave the list', () =>
    checkReferences(
      `[{"id": "|${A}", "type": "call", "option": {"actions": [\n{"type": "answer", "next_id": "${A}"}]}},\n{"type": "answer", "next_id": "${A}"}]`,
      [`2: ${A}`],
    ));
  test('of an id that no action has are found too', () =>
    checkReferences(`[{"type": "answer", "next_id": "|${B}"},\n{"type": "hangup", "next_id": "${B}"}]`, [
      `0: ${B}`,
      `1: ${B}`,
    ]));
  test('of an action nobody refers to are none', () => checkReferences(`[{"id": "|${A}", "type": "answer"}]`, []));
  test('of the empty id are none', () => {
    const empty = '00000000-0000-0000-0000-000000000000';
    checkReferences(`[{"type": "answer", "id": "|${empty}"}, {"type": "answer", "id": "${empty}"}]`, [], true);
    checkReferences(`[{"type": "answer", "next_id": "|${empty}"}, {"type": "answer", "id": "${empty}"}]`, [], true);
  });
  test('of a variable are its uses, in braces and bare', () => {
    const text = (key: string) =>
      `[{"type": "variable_set", "option": {"key": "${key}", "value": "\${n}"}},\n{"type": "branch", "option": {"variable": "n"}},\n{"type": "talk", "option": {"text": "\${n}\${m}", "language": "\${n"}}]`;
    checkReferences(text('|n'), ['0: n', '1: n', '2: n', '2: n']);
    checkReferences(text('|n'), ['0: n', '0: n', '1: n', '2: n', '2: n'], true);
  });
  test('of a variable stay in the flow whose variable it is: a new call has its own', () => {
    const flow = (set: string, around: string, inner: string, text: string, name: string) =>
      `[{"type": "variable_set", "option": {"key": "${set}", "value": "1"}},\n{"type": "branch", "option": {"variable": "${around}"}},\n{"type": "call", "option": {"actions": [\n{"type": "variable_set", "option": {"key": "${inner}", "value": "2"}},\n{"type": "talk", "option": {"text": "\${${text}}"}},\n{"type": "branch", "option": {"variable": "${name}"}}]}}]`;
    const around = ['0: n', '1: n', '4: n'];
    checkReferences(flow('|n', 'n', 'n', 'n', 'n'), around, true);
    checkReferences(flow('n', '|n', 'n', 'n', 'n'), around, true);
    checkReferences(flow('n', 'n', 'n', '|n', 'n'), around, true);
    checkReferences(flow('n', 'n', '|n', 'n', 'n'), ['3: n', '5: n'], true);
    checkReferences(flow('n', 'n', 'n', 'n', '|n'), ['5: n']);
    const body = (injected: string, read: string) =>
      `{"source": {}, "variables": {"${injected}": "1"},\n"actions": [{"type": "call", "option": {"actions": [{"type": "talk", "option": {"text": "\${n}"}},\n{"type": "branch", "option": {"variable": "${read}"}}]}}]}`;
    checkReferences(body('|n', 'n'), ['0: n', '1: n'], true);
    checkReferences(body('n', '|n'), ['2: n'], true);
  });
  test('of what has no name are not asked', () => {
    checkReferences('[{"ty|pe": "answer"}]', null);
    checkReferences('|[]', null);
  });
});
