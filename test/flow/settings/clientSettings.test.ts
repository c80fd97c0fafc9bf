import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { clientSettingsSchema } from '../../../flow/settings/clientSettings';
import { metaOf } from '../../../flow/settings/setting';

suite('settings of the client', () => {
  test('each has a text, and no address is taken from a folder', () => {
    for (const [name, schema] of Object.entries(clientSettingsSchema.shape))
      assert.match(metaOf(schema, name).doc, /\.$/);
    const { profile, profiles } = clientSettingsSchema.shape;
    assert.equal(metaOf(profile, 'profile').scope, 'machine');
    assert.equal(metaOf(profiles, 'profiles').scope, 'machine');
  });

  test('defaults need no account', () =>
    assert.deepEqual(clientSettingsSchema.parse({}), {
      checkWorkspace: true,
      profile: 'local',
      profiles: [],
    }));
});
