import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createRuns } from '../../../client/run/runs';
import { createShownMarks } from '../../../client/run/shownMarks';
import { runOf } from '../../support/runOf';

const { uri } = runOf().document;

suite('which run is shown', () => {
  test('the newest, or the one that was chosen, until another one begins', () => {
    const runs = createRuns();
    const marks = createShownMarks(runs);
    const told: (string | undefined)[] = [];
    marks.onChange((changed) => told.push(changed));
    const idOf = () => marks.of(uri).map(({ id }) => id);
    assert.deepEqual(idOf(), []);
    runs.add(runOf({ id: 'one' }));
    runs.add(runOf({ id: 'two' }));
    assert.deepEqual(idOf(), ['two']);
    marks.show(runs.find('one'));
    assert.deepEqual(idOf(), ['one']);
    runs.add(runOf({ id: 'three' }));
    assert.deepEqual(idOf(), ['three']);
    marks.show(undefined);
    assert.deepEqual(idOf(), []);
    assert.deepEqual(told, [uri, uri, undefined, uri, undefined]);
  });

  test('a run is shown with those that it has placed', () => {
    const runs = createRuns();
    const marks = createShownMarks(runs);
    runs.add(runOf({ id: 'one' }));
    runs.add(runOf({ id: 'two', placedBy: 'one' }));
    assert.deepEqual(
      marks.of(uri).map(({ id }) => id),
      ['two', 'one'],
    );
  });
});
