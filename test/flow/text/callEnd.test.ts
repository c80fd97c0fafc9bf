import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { callEnd, partyLeaves, partyLeft } from '../../../flow/text/callEnd';

suite('how a call ends, in words', () => {
  test('says who hung up', () => {
    assert.equal(callEnd('caller'), 'the caller hung up');
    assert.equal(callEnd('callee'), 'the called party hung up');
    assert.equal(callEnd('platform'), 'VoIPbin hung up');
    assert.equal(callEnd('flow', 'busy'), 'the flow hung up');
  });

  test('says why a party was not reached, with no word of the API', () => {
    assert.equal(callEnd('callee', 'busy'), 'the called party was busy');
    assert.equal(callEnd('callee', 'noanswer'), 'the called party did not answer');
    assert.equal(callEnd('you', 'busy'), 'you were busy');
    assert.equal(callEnd('caller', 'cancel'), 'the caller hung up before an answer');
    assert.deepEqual([partyLeaves('busy'), partyLeft('failed')], ['is busy', 'could not be reached']);
  });

  test('every hang-up reason of VoIPbin has words, and a new one is quoted', () => {
    for (const reason of ['failed', 'busy', 'cancel', 'timeout', 'noanswer', 'dialout', 'amd'])
      assert.doesNotMatch(callEnd('platform', reason), /VoIPbin says/, reason);
    assert.equal(callEnd('platform', 'constructor'), 'VoIPbin says "constructor"');
  });
});
