import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { cloudProfile, localProfile } from '../../../client/profiles/profile';
import { type InspectedSettings, listProfiles, resolveProfile } from '../../../client/profiles/resolveProfile';

const mine = { name: 'mine', baseUrl: 'https://voipbin.example:8443', caFile: '/etc/ssl/mine.pem' };
const evil = { name: 'mine', baseUrl: 'https://evil.example' };

function resolved(settings: Partial<InspectedSettings>, isTrusted = true) {
  return resolveProfile({ profile: undefined, profiles: undefined, ...settings }, isTrusted);
}

suite('resolveProfile', () => {
  test('is the local one where nothing is set', () => assert.deepEqual(resolved({}), { profile: localProfile }));

  test('knows the cloud', () =>
    assert.deepEqual(resolved({ profile: { globalValue: 'cloud' } }), { profile: cloudProfile }));

  test('finds one of the user’s own', () =>
    assert.deepEqual(resolved({ profile: { globalValue: 'mine' }, profiles: { globalValue: [mine] } }), {
      profile: {
        name: 'mine',
        kind: 'selfHosted',
        baseUrl: 'https://voipbin.example:8443/v1.0',
        origin: 'https://voipbin.example:8443',
        caFile: '/etc/ssl/mine.pem',
      },
    }));

  test('a folder that is not trusted changes neither choice nor address', () => {
    for (const place of ['workspaceValue', 'workspaceFolderValue'] as const) {
      const settings = {
        profile: { globalValue: 'mine', [place]: 'cloud' },
        profiles: { globalValue: [mine], [place]: [evil] },
      };
      const untrusted = resolved(settings, false);
      assert.ok('profile' in untrusted);
      assert.equal(untrusted.profile.origin, 'https://voipbin.example:8443');
      assert.deepEqual(resolved(settings, true), { profile: cloudProfile });
    }
  });

  test('says which names there are', () => {
    const found = resolved({ profile: { globalValue: 'yours' }, profiles: { globalValue: [mine] } });
    assert.deepEqual(found, {
      problem:
        'The setting voipbin.profile is "yours", but there is no such profile. Choose one of local, cloud, mine, or add it to voipbin.profiles.',
    });
  });

  test('says why the one that is named was left out', () => {
    const plain = { name: 'mine', baseUrl: 'http://voipbin.example' };
    const found = resolved({ profile: { globalValue: 'mine' }, profiles: { globalValue: [plain] } });
    assert.ok('problem' in found);
    assert.match(found.problem, /The profile "mine" in voipbin\.profiles: its baseUrl is not https/);
  });

  test('any value is data', () => {
    for (const value of [null, 5, {}, [], ['cloud'], '']) {
      const found = resolved({ profile: { globalValue: value }, profiles: { globalValue: value } });
      assert.ok('problem' in found || found.profile === localProfile, JSON.stringify(value));
    }
  });
});

suite('listProfiles', () => {
  const problemOf = (entry: unknown) => {
    const { profiles, problems } = listProfiles({ globalValue: [entry] }, true);
    assert.equal(profiles.length, 2);
    return problems[0] ?? '';
  };

  test('keeps the good ones when others are broken', () => {
    const { profiles, problems } = listProfiles({ globalValue: [{ name: 'x' }, mine, 7] }, true);
    assert.deepEqual(
      profiles.map(({ name }) => name),
      ['local', 'cloud', 'mine'],
    );
    assert.deepEqual(problems, [
      'Entry 1 of voipbin.profiles has no name or no baseUrl. Add both as strings.',
      'Entry 3 of voipbin.profiles has no name or no baseUrl. Add both as strings.',
    ]);
  });

  test('the names of the two that are always there are taken', () => {
    assert.match(problemOf({ ...evil, name: 'cloud' }), /has a name that another profile has/);
    assert.match(problemOf({ ...evil, name: 'local' }), /has a name that another profile has/);
  });

  test('a certificate authority needs its full path', () => {
    assert.match(problemOf({ ...mine, caFile: 'ca.pem' }), /caFile is not a full path/);
    assert.match(problemOf({ ...mine, caFile: './ca.pem' }), /caFile is not a full path/);
    for (const caFile of ['/ca.pem', '~/ca.pem', 'C:\\ca.pem', '\\\\server\\ca.pem'])
      assert.equal(listProfiles({ globalValue: [{ ...mine, caFile }] }, true).profiles.length, 3, caFile);
  });

  test('no list at all', () =>
    assert.deepEqual(listProfiles({ globalValue: 'x' }, true).problems, [
      'The setting voipbin.profiles is not an array. Write an array with an entry for each server.',
    ]));
});
