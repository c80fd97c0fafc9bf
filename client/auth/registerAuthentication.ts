import * as vscode from 'vscode';
import { sessionsKey } from '../memory';
import { harmless } from '../ui/harmless';
import { type Authentication, type AuthenticationSettings, createAuthentication } from './authentication';
import type { KeptSignIn } from './keptSignIn';
import { signInChanges } from './signInChanges';
import { createSignInStore } from './signInStore';

/**
 * Sign-ins to VoIPbin, kept in VS Code's secret storage and listed in its Accounts menu; a session's only scope is the origin it is for.
 *
 * The extension reads its own sign-ins directly: asked through VS Code, it would need the user's leave to use what it was just given.
 */
export function registerAuthentication(
  context: vscode.ExtensionContext,
  settings: Omit<AuthenticationSettings, 'store' | 'onChange' | 'newId' | 'log'> & { log: vscode.LogOutputChannel },
): Authentication {
  const store = createSignInStore(context.secrets, settings.clock);
  const changed = new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  /** What VS Code was told last. */
  let known: readonly KeptSignIn[] | undefined;
  const onChange = async () => {
    const sessions = await store.list();
    const changes = signInChanges(known ?? [], sessions);
    known = sessions;
    if (changes) changed.fire({ added: changes.added.map(show), removed: changes.removed.map(show), changed: [] });
  };
  const newId = () => crypto.randomUUID();
  const authentication = createAuthentication({ ...settings, store, onChange, newId });

  const provider: vscode.AuthenticationProvider = {
    onDidChangeSessions: changed.event,
    async getSessions(scopes) {
      const sessions = await store.list();
      known ??= sessions;
      const wanted = scopes?.[0];
      return sessions.filter(({ origin }) => wanted === undefined || origin === wanted).map(show);
    },
    async createSession(scopes) {
      const session = await authentication.signIn(scopes[0] ?? authentication.usualOrigin());
      if (!session) throw new vscode.CancellationError();
      return show(session);
    },
    removeSession: async (id) => void (await authentication.signOut({ id })),
  };

  context.subscriptions.push(
    changed,
    // Another window has signed in or out.
    context.secrets.onDidChange(({ key }) => {
      if (key !== sessionsKey) return;
      onChange().catch((error: unknown) => settings.log.error(`reading the sign-ins failed: ${error}`));
    }),
    vscode.authentication.registerAuthenticationProvider('voipbin', 'VoIPbin', provider, {
      supportsMultipleAccounts: false,
    }),
  );
  return authentication;
}

function show({ id, secret, account, origin }: KeptSignIn): vscode.AuthenticationSession {
  // The account's name stands in VS Code's Accounts menu.
  const label = harmless(account.label, 'status');
  return { id, accessToken: secret, account: { ...account, label }, scopes: [origin] };
}
