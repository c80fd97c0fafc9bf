import type { Clock } from '../api/clock';
import type { Credentials } from '../api/credentials';
import type { VoipbinApi } from '../api/voipbinApi';
import type { Profile } from '../profiles/profile';
import type { Profiles } from '../profiles/profiles';
import { askCredentials, type SignInPrompts } from './askCredentials';
import { credentialsOf, type KeptSignIn } from './keptSignIn';
import type { SignInStore } from './signInStore';

export interface AuthenticationSettings {
  readonly store: SignInStore;
  readonly profiles: Pick<Profiles, 'current' | 'list'>;
  readonly prompts: SignInPrompts;
  /** The API of a profile with these credentials, which asks for no others when they are refused. */
  readonly openApi: (profile: Profile, credentials?: Credentials) => Promise<VoipbinApi>;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: { info(message: string): void };
  /** Is told after each sign-in and sign-out. */
  readonly onChange: () => Promise<void>;
}

export interface Authentication {
  /** The sign-in for a profile. Where there is none, `ask` decides whether the user is asked; undefined when there is none in the end. */
  credentials(profile: Profile, ask: boolean): Promise<Credentials | undefined>;
  /** Forgets a sign-in that VoIPbin no longer accepts and offers to enter a new one; undefined when the user declines. */
  renew(profile: Profile): Promise<Credentials | undefined>;
  /** Asks for a sign-in to an origin, in place of the one that there may be; undefined when the user gives up. */
  signIn(origin: string): Promise<KeptSignIn | undefined>;
  /** The origin that was signed out of; undefined when no user was signed in. */
  signOut(which: { readonly id: string } | { readonly origin: string }): Promise<string | undefined>;
  /** Where one signs in who does not say where: the profile that is switched on, or the cloud. */
  usualOrigin(): string;
}

/** Sign-ins to VoIPbin servers: at most one for each origin, and only for origins that the settings name. */
export function createAuthentication(settings: AuthenticationSettings): Authentication {
  const { store, profiles, prompts, openApi, clock, newId, log, onChange } = settings;
  /** What the user is being asked at the moment, by origin: the same is not asked twice at a time. */
  const asking = new Map<string, Promise<KeptSignIn | undefined>>();

  const ask = async (origin: string) => {
    const profile = profiles.list().profiles.find((known) => known.kind !== 'local' && known.origin === origin);
    if (!profile)
      throw new Error(`There is no profile for ${origin}. Add one to the setting voipbin.profiles, then sign in.`);
    const open = (credentials?: Credentials) => openApi(profile, credentials);
    const session = await askCredentials(profile, { prompts, openApi: open, clock, newId });
    if (!session) return undefined;
    await store.put(session);
    log.info(`Signed in to ${origin} as ${session.account.label}.`);
    await onChange();
    return session;
  };
  const signIn = (origin: string) => {
    const running = asking.get(origin) ?? ask(origin).finally(() => asking.delete(origin));
    asking.set(origin, running);
    return running;
  };
  const signOut: Authentication['signOut'] = async (which) => {
    const session = (await store.list()).find((known) =>
      'id' in which ? known.id === which.id : known.origin === which.origin,
    );
    if (!session) return undefined;
    await store.remove(session.id);
    log.info(`Signed out of ${session.origin}.`);
    await onChange();
    return session.origin;
  };
  const enter = async (origin: string) => {
    const session = await signIn(origin);
    return session && credentialsOf(session);
  };

  return {
    async credentials({ kind, origin }, mayAsk) {
      if (kind === 'local') return undefined;
      const session = (await store.list()).find((known) => known.origin === origin);
      if (session) return credentialsOf(session);
      return mayAsk ? enter(origin) : undefined;
    },
    async renew(profile) {
      const { origin } = profile;
      await signOut({ origin });
      return (await prompts.offerRenewal(profile)) ? enter(origin) : undefined;
    },
    signIn,
    signOut,
    usualOrigin() {
      const current = profiles.current();
      if ('profile' in current && current.profile.kind !== 'local') return current.profile.origin;
      return profiles.list().profiles.find(({ kind }) => kind === 'cloud')?.origin ?? '';
    },
  };
}
