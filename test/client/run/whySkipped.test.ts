import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { whySkipped } from '../../../client/run/whySkipped';

suite('whySkipped', () => {
  test('what needs a phone call is passed over on everything else', () => {
    assert.equal(whySkipped('talk', 'call'), undefined);
    for (const reference of ['api', 'conversation', '', undefined])
      assert.equal(whySkipped('talk', reference), 'needs a phone call', reference);
  });

  test('what a phone call cannot have is passed over on one, and where nothing is known of the reference', () => {
    for (const reference of ['call', '', undefined])
      assert.equal(whySkipped('ai_task', reference), 'does not run on a phone call', reference);
    assert.equal(whySkipped('ai_task', 'api'), undefined);
  });

  test('a kind of reference that only a newer VoIPbin knows is no phone call', () => {
    assert.equal(whySkipped('talk', 'fax'), 'needs a phone call');
    assert.equal(whySkipped('ai_task', 'fax'), undefined);
    assert.equal(whySkipped('variable_set', 'fax'), undefined);
  });

  test('a type that VoIPbin does not know has no class', () => assert.equal(whySkipped('dance', 'call'), undefined));
});
