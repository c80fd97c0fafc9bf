import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { metaOfProfileSetting, profileSettingsSchema } from '../../../client/profiles/profileSettings';

suite('profile settings', () => {
  test('each has a text, and none is taken from a folder', () => {
    for (const name of ['profile', 'profiles'] as const) {
      const { doc, scope } = metaOfProfileSetting(name);
      assert.match(doc, /\.$/);
      assert.equal(scope, 'machine');
    }
    assert.deepEqual(Object.keys(profileSettingsSchema.shape), ['profile', 'profiles']);
  });

  test('defaults need no account', () =>
    assert.deepEqual(profileSettingsSchema.parse({}), { profile: 'local', profiles: [] }));
});
