import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Accounts } from '../../../client/commands/accounts';
import { signIn, signOut, switchProfile } from '../../../client/commands/signIn';
import { cloudProfile, localProfile, type Profile } from '../../../client/profiles/profile';
import { fakeUi } from '../../support/fakeUi';

const own: Profile = {
  name: 'lab',
  kind: 'selfHosted',
  baseUrl: 'https://voipbin.example:8443/v1.0',
  origin: 'https://voipbin.example:8443',
};

function accounts(
  settings: {
    on?: Profile;
    profiles?: readonly Profile[];
    signedIn?: readonly Profile[];
    accepts?: boolean;
    problems?: readonly string[];
  } = {},
) {
  const { on = localProfile, profiles = [localProfile, cloudProfile], problems = [], accepts = true } = settings;
  const signedIn = new Set((settings.signedIn ?? []).map(({ name }) => name));
  let current = on.name;
  const made: Accounts = {
    current: () => {
      const profile = profiles.find(({ name }) => name === current);
      return profile ? { profile } : { problem: `there is no ${current}` };
    },
    list: () => ({ profiles, problems }),
    async select(name) {
      current = name;
    },
    async signIn({ name }) {
      if (accepts) signedIn.add(name);
      return accepts;
    },
    signOut: async ({ name }) => signedIn.delete(name),
    isSignedIn: async ({ name }) => signedIn.has(name),
  };
  return { made, current: () => current, signedIn };
}

suite('signIn', () => {
  test('from Local it goes to the only server there is, and switches to it', async () => {
    const { made, current } = accounts();
    const ui = fakeUi();
    await signIn(ui, made);
    assert.equal(current(), 'cloud');
    assert.match(ui.shown[0] ?? '', /^information: You are signed in to VoIPbin’s cloud \(api\.voipbin\.net\)/);
  });

  test('of several servers it asks which', async () => {
    const { made, current } = accounts({ profiles: [localProfile, cloudProfile, own] });
    await signIn(fakeUi([{ say: 'lab' }]), made);
    assert.equal(current(), 'lab');
    const other = accounts({ profiles: [localProfile, cloudProfile, own] });
    await signIn(fakeUi(['cancelled']), other.made);
    assert.equal(other.current(), 'local');
  });

  test('the profile that is switched on is signed in to; giving up changes nothing', async () => {
    const { made, signedIn } = accounts({ on: own, profiles: [localProfile, cloudProfile, own] });
    await signIn(fakeUi(), made);
    assert.ok(signedIn.has('lab'));
    const declined = accounts({ accepts: false });
    await signIn(fakeUi(), declined.made);
    assert.equal(declined.current(), 'local');
  });
});

suite('signOut', () => {
  test('leaves the profile that is switched on, and goes back to Local', async () => {
    const { made, current, signedIn } = accounts({ on: cloudProfile, signedIn: [cloudProfile] });
    const ui = fakeUi();
    await signOut(ui, made);
    assert.deepEqual([...signedIn], []);
    assert.equal(current(), 'local');
    assert.match(ui.shown[0] ?? '', /signed out of VoIPbin’s cloud .* Calls run on the local VoIPbin/);
  });

  test('from Local it leaves the only one, or asks which', async () => {
    const one = accounts({ signedIn: [cloudProfile] });
    await signOut(fakeUi(), one.made);
    assert.deepEqual([...one.signedIn], []);
    const profiles = [localProfile, cloudProfile, own];
    const two = accounts({ profiles, signedIn: [cloudProfile, own] });
    await signOut(fakeUi([{ say: 'lab' }]), two.made);
    assert.deepEqual([...two.signedIn], ['cloud']);
    await signOut(fakeUi(['cancelled']), accounts({ profiles, signedIn: [cloudProfile, own] }).made);
  });

  test('who is not signed in is told so', async () => {
    const ui = fakeUi();
    await signOut(ui, accounts().made);
    assert.match(ui.shown[0] ?? '', /You are not signed in/);
  });
});

suite('switchProfile', () => {
  test('lists what there is, who is signed in, and what was left out', async () => {
    const { made, current } = accounts({
      profiles: [localProfile, cloudProfile, own],
      signedIn: [own],
      problems: ['The profile "x": its baseUrl is no address.'],
    });
    const ui = fakeUi([{ say: 'lab' }]);
    await switchProfile(ui, made);
    assert.match(
      ui.shown[0] ?? '',
      /\$\(check\) local \| \$\(cloud\) cloud \| \$\(server\) lab \| \$\(warning\) Left out \| \$\(add\)/,
    );
    assert.equal(current(), 'lab');
  });

  test('adding a server opens the setting; giving up changes nothing', async () => {
    const { made, current } = accounts();
    const ui = fakeUi([{ say: 'Add a Server' }]);
    await switchProfile(ui, made);
    assert.deepEqual(ui.ran, ['workbench.action.openSettings voipbin.profiles']);
    await switchProfile(fakeUi(['cancelled']), made);
    assert.equal(current(), 'local');
  });
});
