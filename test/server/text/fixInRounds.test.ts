import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { applyEdits } from '../../../flow/edit/edit';
import { type FlowModel, readFlow } from '../../../flow/model/flowModel';
import { fixInRounds, type WantedFix } from '../../../server/text/fixInRounds';

/** The text after all that is wanted, and how many fixes are left. */
function mend(text: string, list: (text: string) => readonly WantedFix[], maxWork = 1_000_000) {
  const listWanted = (model: FlowModel) => ({ fixes: list(model.text), more: 0 });
  const { edits, left } = fixInRounds(readFlow(text), { listWanted, maxWork });
  return [applyEdits(text, edits), left];
}

const fix = (offset: number, end: number, text: string): WantedFix => ({
  code: 'json-syntax',
  title: 'Write it',
  edits: [{ offset, end, text }],
});

/** The first `x` of a text becomes a longer `[y]`: the others are found in the next rounds. */
function firstOf(text: string): WantedFix[] {
  const at = text.indexOf('x');
  return at < 0 ? [] : [fix(at, at + 1, '[y]')];
}

suite('fixInRounds', () => {
  test('equal fixes at fifty places, one a round, are all made', () =>
    assert.deepEqual(mend('x'.repeat(50), firstOf), ['[y]'.repeat(50), 0]));
  test('a fix that comes back at its place is not made, equal ones elsewhere are', () => {
    const list = (text: string) => [...firstOf(text), fix(text.length, text.length, '!')];
    assert.deepEqual(mend('xx xx '.repeat(6), list), ['[y][y] [y][y] '.repeat(6), 0]);
  });
  test('two fixes that undo each other are not made', () => {
    const list = (text: string) => [text === 'a' ? fix(0, 1, 'b') : fix(0, 1, 'a')];
    assert.deepEqual(mend('a', list), ['a', 0]);
  });
  test('what was made before the work was too much is kept', () => {
    const [text] = mend('x'.repeat(50), firstOf, 5000);
    assert.match(String(text), /^(\[y\])+x+$/);
  });
});
