import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { applyEdits } from '../../../flow/edit/edit';
import { isHarmless, parseJson } from '../../../flow/json/parse';
import { forgetActions } from '../../../flow/tests/forgetActions';
import { testNames } from '../../../flow/tests/testNames';

/** The text of a test file that no longer expects anything of the action `a`. */
function without(text: string): string {
  const { root } = parseJson(text, { allowTrailingComma: true });
  const names = testNames(root).filter((name) => name.text === 'a');
  const after = applyEdits(text, forgetActions(text, names));
  assert.ok(parseJson(after, { allowTrailingComma: true }).issues.every(isHarmless), after);
  return after;
}

const file = (expect: string) => `{ "cases": [{ "name": "x", "expect": { ${expect} } }] }`;

suite('actions that test files forget', () => {
  test('leave their lists, however often they stand there', () => {
    assert.equal(without(file('"runs": ["a", "talk", "a"]')), file('"runs": ["talk"]'));
    assert.equal(without(file('"never": ["talk", "a", "a"]')), file('"never": ["talk"]'));
  });

  test('take a list with them that says nothing without them', () => {
    assert.equal(without(file('"runs": ["a", "a"], "never": ["a"], "used": 3')), file('"used": 3'));
    assert.equal(without(file('"exactly": ["a"]')), file('"exactly": []'));
  });

  test('leave comments about others', () => {
    assert.equal(
      without('{"cases": [{"name": "x", "expect": {"runs": [\n  // first\n  "a",\n  "b", // second\n]}}]}'),
      '{"cases": [{"name": "x", "expect": {"runs": [\n  // first\n  "b", // second\n]}}]}',
    );
  });
});
