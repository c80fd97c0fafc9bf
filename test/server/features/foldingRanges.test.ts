import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { foldingRanges } from '../../../server/features/foldingRanges';
import { openFlow } from '../../support/openFlow';

/** Asserts the ranges that fold, each as "first-last kind", lines counted from 0. */
function checkFolds(text: string, ...expected: string[]): void {
  const { document } = openFlow(text, { jsonc: true });
  const found = foldingRanges(document).map(
    ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`,
  );
  assert.deepEqual(found, expected);
}

suite('foldingRanges', () => {
  test('leaves the line of the closing bracket in sight', () =>
    checkFolds('[\n  {\n    "type": "answer"\n  }\n]', '0-3', '1-2'));
  test('folds nothing that has no line to hide', () => checkFolds('[\n]\n'));
  test('gives the outermost of ranges that begin on one line', () =>
    checkFolds('[{\n  "type": "answer",\n  "option": {}\n},\n{}\n]', '0-4'));
  test('folds a comment of several lines with its last line', () => checkFolds('/* a\n b\n c */\n[]', '0-2 comment'));
  test('folds lines of comments that follow each other', () =>
    checkFolds('// a\n// b\n\n// c\n[] // d\n// e', '0-1 comment'));
  test('folds regions', () => checkFolds('[\n// #region menu\n1,\n2\n// #endregion\n]', '0-4', '1-4 region'));
  test('folds the rest of a text with a bracket that is not closed', () =>
    checkFolds('{\n"actions": [\n{\n"type": "answer"\n},\n{\n"id": 1\n', '2-3'));
  test('folds nothing for a bracket of the wrong kind', () => checkFolds('[\n{\n1\n]\n'));
  test('goes on after a comment that is not closed', () => checkFolds('/* a\n[\n1\n]', '1-2'));
  test('knows lines that end in CR LF', () => checkFolds('[\r\n  1\r\n]\r\n', '0-1'));
});
