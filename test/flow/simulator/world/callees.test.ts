import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { calleeConductNames, calleeConducts, conductOf } from '../../../../flow';

suite('what called parties do', () => {
  test('the reason of a call that ended tells what its party did', () => {
    for (const does of calleeConductNames.filter((name) => name !== 'answers')) {
      assert.equal(conductOf(calleeConducts[does].reason), does);
    }
    assert.equal(conductOf('constructor'), 'fails');
  });

  test('a party at which VoIPbin gave up to ring did not answer', () => {
    assert.equal(conductOf('dialout'), 'no_answer');
  });
});
