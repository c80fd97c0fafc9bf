import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findingsIn, listFindings } from '../../../support/findings';

const only = ['internal-type'];

suite('internal-type', () => {
  test('types that VoIPbin puts into flows itself', () => {
    assert.deepEqual(
      findingsIn('[ { "type": "block" }, { "type": "confbridge_join" }, { "type": "connect" } ]', { only }),
      ['internal-type on "block"', 'internal-type on "confbridge_join"'],
    );
    const [finding] = listFindings('{ "type": "block" }', { only });
    assert.equal(finding?.severity, 'information');
    assert.match(finding?.message ?? '', /VoIPbin's own use\. .*release/);
  });
});
