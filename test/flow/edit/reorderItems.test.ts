import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { applyEdits } from '../../../flow/edit/edit';
import { reorderItems } from '../../../flow/edit/reorderItems';
import { readFlow } from '../../../flow/model/flowModel';

/** Asserts a list after its items were put into another order. */
function checkOrder(before: string, order: readonly number[], after: string): void {
  const model = readFlow(before, { jsonc: true });
  assert.ok(model.root);
  assert.equal(applyEdits(before, reorderItems(model, model.root, order)), after);
}

suite('reorderItems', () => {
  test('keeps the layout of a list in one line and of one in lines', () => {
    checkOrder('[1, 2, 3]', [1, 0, 2], '[2, 1, 3]');
    checkOrder('[\n  1,\n  2,\n\n  3\n]', [2, 0, 1], '[\n  3,\n  1,\n\n  2\n]');
    checkOrder('[\r\n\t1,\r\n\t2\r\n]', [1, 0], '[\r\n\t2,\r\n\t1\r\n]');
  });
  test('leaves the comma at the end where there is one', () => {
    checkOrder('[\n  1,\n  2,\n]', [1, 0], '[\n  2,\n  1,\n]');
    checkOrder('[\n  1,\n  2\n]', [1, 0], '[\n  2,\n  1\n]');
  });
  test('takes comments along, above an item and at the end of its line', () =>
    checkOrder(
      '[ // all\n  // one\n  1, // the first\n\n  /* two */\n  2 // the last\n  // the end\n]',
      [1, 0],
      '[ // all\n  /* two */\n  2, // the last\n\n  // one\n  1 // the first\n  // the end\n]',
    ));
  test('gives what follows a comment a line of its own', () => {
    checkOrder('[1, 2, // two\n 3]', [1, 0, 2], '[2, // two\n1,\n 3]');
    checkOrder('[1, 2 // two\n]', [1, 0], '[2, // two\n1\n]');
  });
  test('leaves lines that begin with commas on lines of their own', () => {
    checkOrder('[\n  1\n  ,2\n  ,3\n]', [0, 2, 1], '[\n  1,\n  3,\n  2\n]');
    checkOrder('[\n  1\n  , 2\n  , 3\n]', [1, 0, 2], '[\n  2,\n  1\n  , 3\n]');
  });
  test('takes comments above a comma along, and no comma stays before the end', () => {
    checkOrder('[\n  1\n  // two\n  , 2\n]', [1, 0], '[\n  // two\n  2,\n  1\n]');
    checkOrder('[\n  1\n  /* two */, 2\n]', [1, 0], '[\n  /* two */ 2,\n  1\n]');
    checkOrder('[\n  1\n  // two\n  ,\n  2,\n  3\n]', [2, 1, 0], '[\n  3,\n  // two\n  2,\n  1\n]');
    checkOrder('[0\n  // one\n  , 1, 2\n]', [0, 2, 1], '[0,\n  2, // one\n  1\n]');
    checkOrder('[1, 2\n  // three\n  , 3]', [1, 0, 2], '[2, 1\n  // three\n  , 3]');
    checkOrder('[1, 2\n  // the end\n  ,\n]', [1, 0], '[2, 1\n  // the end\n  ,\n]');
  });
  test('touches nothing but what moves', () => {
    const model = readFlow('[1, 2, 3, 4, 5]');
    assert.ok(model.root);
    assert.deepEqual(reorderItems(model, model.root, [0, 2, 1, 3, 4]), [
      { offset: 3, end: 4, text: ' 3, ' },
      { offset: 5, end: 9, text: ',' },
    ]);
    assert.deepEqual(reorderItems(model, model.root, [4, 0, 1, 2, 3]), [
      { offset: 1, end: 1, text: '5, ' },
      { offset: 11, end: 14, text: '' },
    ]);
    assert.deepEqual(reorderItems(model, model.root, [0, 1, 2, 3, 4]), []);
  });
});
