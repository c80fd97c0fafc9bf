import type { Profile } from '../profiles/profile';
import type { PickChoice, Ui } from '../questions/ui';
import { profileText } from '../run/callSummary';
import type { Accounts } from './accounts';
import { addServer } from './addServer';

/** Signs in to a VoIPbin and switches to it. */
export async function signIn(ui: Ui, accounts: Accounts): Promise<void> {
  const profile = await chooseServer(ui, accounts);
  if (!profile || !(await accounts.signIn(profile))) return;
  await accounts.select(profile.name);
  const text = `You are signed in to ${profileText(profile)}. Run Call places real calls from now on, after asking.`;
  ui.tell('information', text, { label: 'Switch Profile', run: () => switchProfile(ui, accounts) });
}

/** Forgets the sign-in of the profile that is switched on, and goes back to the local VoIPbin. */
export async function signOut(ui: Ui, accounts: Accounts): Promise<void> {
  const current = accounts.current();
  const { profiles } = accounts.list();
  const signedIn: Profile[] = [];
  for (const profile of profiles) if (await accounts.isSignedIn(profile)) signedIn.push(profile);
  const [only] = signedIn;
  if (!only) return ui.tell('information', 'You are not signed in. Run Sign In.');
  const here = 'profile' in current ? signedIn.find(({ name }) => name === current.profile.name) : undefined;
  const profile = here ?? (signedIn.length === 1 ? only : await chooseOf(ui, 'Sign Out', signedIn));
  if (!profile) return;
  await accounts.signOut(profile);
  if (here) await accounts.select('local');
  const next = here ? ' Calls run on the local VoIPbin from now on.' : '';
  ui.tell('information', `You are signed out of ${profileText(profile)}.${next}`);
}

/** Chooses which VoIPbin flows run against. One without a sign-in asks for it when it is needed. */
export async function switchProfile(ui: Ui, accounts: Accounts): Promise<void> {
  const current = accounts.current();
  const { profiles, problems } = accounts.list();
  const choices: PickChoice<Profile | 'add'>[] = [];
  for (const profile of profiles) {
    const isOn = 'profile' in current && current.profile.name === profile.name;
    const isKnown = profile.kind === 'local' || (await accounts.isSignedIn(profile));
    choices.push({
      icon: isOn ? 'check' : icons[profile.kind],
      label: profile.name,
      description: isOn ? 'current' : isKnown ? undefined : 'not signed in',
      detail: details(profile),
      pick: { value: profile },
    });
  }
  choices.push(
    ...problems.map((problem) => ({ icon: 'warning', label: 'Left out', detail: problem, pick: undefined })),
  );
  choices.push({
    icon: 'add',
    label: 'Add Your Own Server',
    detail: 'Asks for the address and saves it in the setting voipbin.profiles.',
    pick: { value: 'add' },
  });
  const reply = await ui.pick({
    title: 'Switch Profile',
    placeholder: 'Which VoIPbin do flows run against?',
    choices,
  });
  if (typeof reply === 'string') return;
  if (reply.value === 'add') return addServer(ui, accounts);
  await accounts.select(reply.value.name);
}

const icons = { local: 'device-desktop', cloud: 'cloud', selfHosted: 'server' };

function details({ kind, origin, baseUrl }: Profile): string {
  if (kind === 'local') return 'In this VS Code: no account, no real call, no costs.';
  return kind === 'cloud' ? `VoIPbin’s own service: ${origin}` : baseUrl;
}

async function chooseServer(ui: Ui, accounts: Accounts): Promise<Profile | undefined> {
  const current = accounts.current();
  const { profiles } = accounts.list();
  const servers = profiles.filter(({ kind }) => kind !== 'local');
  if ('profile' in current && current.profile.kind !== 'local') return current.profile;
  return servers.length === 1 ? servers[0] : chooseOf(ui, 'Sign In', servers);
}

async function chooseOf(ui: Ui, title: string, profiles: readonly Profile[]): Promise<Profile | undefined> {
  const reply = await ui.pick<Profile>({
    title,
    placeholder: 'Which VoIPbin?',
    choices: profiles.map((profile) => ({
      icon: icons[profile.kind],
      label: profile.name,
      detail: details(profile),
      pick: { value: profile },
    })),
  });
  return typeof reply === 'string' ? undefined : reply.value;
}
