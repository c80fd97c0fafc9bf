import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { scoreCorpus } from '../../support/scoreCorpus';

const score = scoreCorpus();

// Without the corpus beside the repository (../shared/corpus) there is nothing to hold the checks against.
if (score) {
  suite('the corpus of real flow documents', () => {
    test('every finding that a person called mandatory is reported', () => {
      assert.ok(score.mandatory > 0);
      assert.deepEqual(score.missed, []);
    });

    test('documents without a mistake have no finding at warning or error', () => {
      assert.deepEqual(score.falseAlarms, []);
    });

    test('at most 2 % of what is reported at warning or error is unexpected', () => {
      assert.ok(score.unexpected.length <= score.loud * 0.02, score.unexpected.join('\n'));
    });
  });
}
