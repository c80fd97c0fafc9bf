import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readFlow } from '../../../flow/model/flowModel';
import { perModel } from '../../../flow/model/perModel';

suite('perModel', () => {
  test('derives once for each model', () => {
    let derived = 0;
    const countOf = perModel(({ actions }) => ({ count: actions.length, turn: ++derived }));
    const model = readFlow('[{"type":"answer"}]');
    const two = readFlow('[]');
    assert.deepEqual(countOf(model), { count: 1, turn: 1 });
    assert.deepEqual(countOf(two), { count: 0, turn: 2 });
    assert.equal(countOf(model), countOf(model));
    assert.equal(derived, 2);
  });

  test('two functions do not meet', () => {
    const model = readFlow('[{"type":"answer"}]');
    const listTypes = perModel(({ actions }) => actions.map(({ type }) => type));
    const listIds = perModel(({ actions }) => actions.map(({ id }) => id));
    assert.deepEqual(listTypes(model), ['answer']);
    assert.deepEqual(listIds(model), [undefined]);
  });
});
