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
  const added: object[] = [];
  const made: Accounts = {
    current: () => {
      const profile = profiles.find(({ name }) => name === current);
      return profile ? { profile } : { problem: `there is no ${current}` };
    },
    list: () => ({ profiles, problems }),
    async add(entry) {
      added.push(entry);
    },
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
  return { made, current: () => current, signedIn, added };
}

suite('adding a server', () => {
  const add = { say: 'Add Your Own Server' };

  test('asks for its address, a name and an authority, and switches to it', async () => {
    const { made, current, added } = accounts();
    const ui = fakeUi([add, { say: 'https://lab.example/v1.0' }, { say: 'lab' }, { say: '~/ca.pem' }], {
      'lab is added': 'Sign In',
    });
    await switchProfile(ui, made);
    ui.done();
    assert.deepEqual(added, [{ name: 'lab', baseUrl: 'https://lab.example/v1.0', caFile: '~/ca.pem' }]);
    assert.equal(current(), 'lab');
    assert.match(ui.shown[2] ?? '', /2\/3: A name for the profile\..*: lab\.example$/);
    assert.deepEqual(ui.ran, ['voipbin.signIn']);
  });

  test('goes back a question, leaves the authority out, and adds nothing when given up', async () => {
    const { made, added } = accounts();
    const url = { say: 'https://a.example' };
    await switchProfile(fakeUi([add, url, 'back', { say: 'https://b.example' }, { say: 'b' }, { say: '' }]), made);
    assert.deepEqual(added, [{ name: 'b', baseUrl: 'https://b.example' }]);
    await switchProfile(fakeUi([add, url, 'cancelled']), made);
    assert.equal(added.length, 1);
  });

  test('says what is wrong while it is typed', async () => {
    const problems: (string | undefined)[] = [];
    const { made } = accounts();
    const ui = fakeUi([add]);
    const texts = ['http://lab.example', 'cloud', 'ca.pem'];
    const good = ['https://lab.example', 'lab', '/ca.pem'];
    await switchProfile(
      {
        ...ui,
        async ask({ check }) {
          problems.push(check?.(texts[problems.length] ?? ''));
          return { value: good[problems.length - 1] ?? '' };
        },
      },
      made,
    );
    assert.deepEqual(
      problems.map((problem) => problem?.split(/[,.]/)[0]),
      ['This is not https', 'This name is taken', 'This is not a full path'],
    );
  });
});

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
    const item = accounts({ signedIn: [cloudProfile] });
    await signOut(fakeUi(), item.made);
    assert.deepEqual([...item.signedIn], []);
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
      problems: ['The profile "x": its baseUrl is not an address.'],
    });
    const ui = fakeUi([{ say: 'lab' }]);
    await switchProfile(ui, made);
    assert.match(
      ui.shown[0] ?? '',
      /\$\(check\) local \| \$\(cloud\) cloud \| \$\(server\) lab \| \$\(warning\) Left out \| \$\(add\)/,
    );
    assert.equal(current(), 'lab');
  });

  test('giving up changes nothing', async () => {
    const { made, current } = accounts();
    await switchProfile(fakeUi(['cancelled']), made);
    assert.equal(current(), 'local');
  });
});
