import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../../server/features/selectionRanges';
import { openAtCursor, openFlow } from '../../support/openFlow';

/** Asserts the texts that a growing selection takes, the smallest first. */
function checkSelections(marked: string, ...expected: string[]): void {
  const { document, offset, at } = openAtCursor(marked);
  const found: string[] = [];
  let range: SelectionRange | undefined = selectionRanges(document, [document.positionAt(offset)])[0];
  for (; range; range = range.parent) found.push(at(range.range));
  assert.deepEqual(found, expected);
}

suite('selectionRanges', () => {
  test('grow from a value over its property to the document', () =>
    checkSelections(
      '[{"type": "a|nswer"}]',
      'answer',
      '"answer"',
      '"type": "answer"',
      '{"type": "answer"}',
      '[{"type": "answer"}]',
    ));
  test('grow from a key', () => checkSelections('{"na|me": 1}', 'name', '"name"', '"name": 1', '{"name": 1}'));
  test('grow from a variable, at its ends too, and not from one of another text', () => {
    const rest = (text: string) => [text, `"${text}"`];
    const whole = (text: string) => [
      `"text": "${text}"`,
      `{"text": "${text}"}`,
      `"option": {"text": "${text}"}`,
      `{"type": "talk", "option": {"text": "${text}"}}`,
      `[{"type": "talk", "option": {"text": "${text}"}}]`,
    ];
    const check = (text: string, ...inner: string[]) => {
      const plain = text.replace('|', '');
      const expected = [...inner, ...rest(plain), ...whole(plain)];
      const { document, offset, at } = openAtCursor(`[{"type": "talk", "option": {"text": "${text}"}}]`);
      const found: string[] = [];
      let range: SelectionRange | undefined = selectionRanges(document, [document.positionAt(offset)])[0];
      for (; range; range = range.parent) found.push(at(range.range));
      assert.deepEqual(
        found.filter((item) => expected.includes(item)),
        expected,
      );
      assert.ok(inner.length > 0 || !found.some((item) => item.startsWith('$')), found[0]);
    };
    check('a |${x} b', '${x}');
    check('a ${x}| b', '${x}');
    check('a ${|x} b', 'x', '${x}');
    check('a| ${x} b');
    check('a ${x} |b');
  });
  test('take the comma behind a property and an item', () =>
    checkSelections(
      '[{"a": 1|, "b": 2}, 3]',
      '1',
      '"a": 1',
      '"a": 1,',
      '"a": 1, "b": 2',
      '{"a": 1, "b": 2}',
      '{"a": 1, "b": 2},',
      '{"a": 1, "b": 2}, 3',
      '[{"a": 1, "b": 2}, 3]',
    ));
  test('begin with a variable', () =>
    checkSelections(
      '[{"type": "talk", "option": {"text": "Hi ${na|me}!"}}]',
      'name',
      '${name}',
      'Hi ${name}!',
      '"Hi ${name}!"',
      '"text": "Hi ${name}!"',
      '{"text": "Hi ${name}!"}',
      '"option": {"text": "Hi ${name}!"}',
      '"type": "talk", "option": {"text": "Hi ${name}!"}',
      '{"type": "talk", "option": {"text": "Hi ${name}!"}}',
      '[{"type": "talk", "option": {"text": "Hi ${name}!"}}]',
    ));
  test('of a text without a value are the text', () => checkSelections(' |x', ' x'));
  test('of an empty string are empty', () => checkSelections('|', ''));
  test('of a list that is not closed reach to the end', () => checkSelections('[1, 2| ', '2', '1, 2 ', '[1, 2 '));
  test('are given for each position', () => {
    const { document } = openFlow('[1, 2]');
    const found = selectionRanges(document, [document.positionAt(1), document.positionAt(4)]);
    assert.deepEqual(
      found.map(({ range }) => document.getText(range)),
      ['1', '2'],
    );
  });
});
