import * as vscode from 'vscode';
import type { Clock } from '../api/clock';
import type { Credentials } from '../api/credentials';
import type { VoipbinApi } from '../api/voipbinApi';
import type { Profile } from '../profiles/profile';
import type { Profiles } from '../profiles/profiles';
import { askCredentials, type SignInPrompts } from './askCredentials';
import { credentialsOf, type Session } from './session';
import { sessionChanges } from './sessionChanges';
import { createSessionStore, sessionsKey } from './sessionStore';

const providerId = 'voipbin';

export interface AuthenticationSettings {
  readonly profiles: Profiles;
  readonly prompts: SignInPrompts;
  readonly openApi: (profile: Profile, credentials?: Credentials) => Promise<VoipbinApi>;
  readonly clock: Clock;
  readonly log: vscode.LogOutputChannel;
}

export interface Authentication {
  /** The sign-in for a profile. Where there is none, `ask` decides whether the user is asked; undefined when there is none in the end. */
  credentials(profile: Profile, ask: boolean): Promise<Credentials | undefined>;
  /** Asks for a new sign-in in place of one that VoIPbin no longer accepts; undefined when the user declines. */
  renew(profile: Profile): Promise<Credentials | undefined>;
  /** Whether there was a sign-in to remove. */
  signOut(profile: Profile): Promise<boolean>;
}

/** Offers VoIPbin's sign-in to VS Code, which lists it in the Accounts menu. A session's only scope is the origin that it is for. */
export function registerAuthentication(
  context: vscode.ExtensionContext,
  { profiles, prompts, openApi, clock, log }: AuthenticationSettings,
): Authentication {
  const store = createSessionStore(context.secrets, clock);
  const changed = new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  /** What VS Code was told last. */
  let known: readonly Session[] | undefined;
  const tell = async () => {
    const sessions = await store.list();
    const changes = sessionChanges(known ?? [], sessions);
    known = sessions;
    if (changes) changed.fire({ added: changes.added.map(show), removed: changes.removed.map(show), changed: [] });
  };

  const provider: vscode.AuthenticationProvider = {
    onDidChangeSessions: changed.event,
    async getSessions(scopes) {
      const sessions = await store.list();
      known ??= sessions;
      const wanted = scopes?.[0];
      return sessions.filter(({ origin }) => wanted === undefined || origin === wanted).map(show);
    },
    async createSession(scopes) {
      const profile = profileFor(profiles, scopes[0]);
      const session = await askCredentials(profile, {
        prompts,
        openApi: (credentials) => openApi(profile, credentials),
        clock,
        newId: () => crypto.randomUUID(),
      });
      if (!session) throw new vscode.CancellationError();
      await store.put(session);
      await tell();
      log.info(`Signed in to ${profile.origin} as ${session.account.label}.`);
      return show(session);
    },
    async removeSession(id) {
      const removed = await store.remove(id);
      await tell();
      if (removed) log.info(`Signed out of ${removed.origin}.`);
    },
  };

  /** What VS Code hands out, it has let the user see; the kind of the sign-in is kept by us alone. */
  const get = async ({ kind, origin }: Profile, options: vscode.AuthenticationGetSessionOptions) => {
    if (kind === 'local') return undefined;
    try {
      const session = await vscode.authentication.getSession(providerId, [origin], options);
      const stored = (await store.list()).find(({ id }) => id === session?.id);
      return stored?.origin === origin ? credentialsOf(stored) : undefined;
    } catch (error) {
      if (isCancellation(error)) return undefined;
      throw error;
    }
  };

  context.subscriptions.push(
    changed,
    // Another window has signed in or out.
    context.secrets.onDidChange(({ key }) => {
      if (key === sessionsKey) tell().catch((error: unknown) => log.error(`reading the sign-ins failed: ${error}`));
    }),
    vscode.authentication.registerAuthenticationProvider(providerId, 'VoIPbin', provider, {
      supportsMultipleAccounts: false,
    }),
  );

  return {
    credentials: (profile, ask) => get(profile, ask ? { createIfNone: true } : { silent: true }),
    renew: (profile) =>
      get(profile, { forceNewSession: { detail: `${profile.origin} no longer accepts the sign-in.` } }),
    async signOut(profile) {
      const session = (await store.list()).find(({ origin }) => origin === profile.origin);
      if (!session) return false;
      await provider.removeSession(session.id);
      return true;
    },
  };
}

function show({ id, secret, account, origin }: Session): vscode.AuthenticationSession {
  return { id, accessToken: secret, account, scopes: [origin] };
}

/** Only addresses of the settings are signed in to. Where no origin is asked for, it is that of the profile that is switched on. */
function profileFor(profiles: Profiles, origin: string | undefined): Profile {
  const current = profiles.current();
  const wanted = origin ?? ('profile' in current ? current.profile.origin : undefined);
  const candidates = profiles.list().profiles.filter(({ kind }) => kind !== 'local');
  const found =
    candidates.find((profile) => profile.origin === wanted) ??
    (origin === undefined ? candidates.find(({ kind }) => kind === 'cloud') : undefined);
  if (found) return found;
  throw new Error(`No profile is for ${wanted}. Add one to the setting voipbin.profiles, then sign in.`);
}

/** VS Code wraps a declined question in an error of its own, or hands on ours. */
function isCancellation(error: unknown): boolean {
  if (error instanceof vscode.CancellationError) return true;
  return error instanceof Error && (error.name === 'Canceled' || /did not consent|cancel/i.test(error.message));
}
