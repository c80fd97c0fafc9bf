import { ApiError } from '../api/apiError';
import type { Clock } from '../api/clock';
import type { Credentials } from '../api/credentials';
import type { VoipbinApi } from '../api/voipbinApi';
import type { Profile } from '../profiles/profile';
import type { Reply, TextQuestion } from '../questions/ui';
import type { KeptSignIn } from './keptSignIn';
import { tokenExpiry } from './tokenExpiry';

export type SignInKind = 'password' | 'accesskey';

export interface CredentialQuestion extends Pick<TextQuestion, 'title' | 'prompt' | 'value'> {
  /** What is typed is not shown. */
  readonly isSecret: boolean;
  /** Why it is asked again. */
  readonly problem?: string | undefined;
}

export interface SignInPrompts {
  chooseKind(title: string): Promise<Reply<SignInKind>>;
  askText(question: CredentialQuestion): Promise<Reply<string>>;
  /** Whether the user wants to sign in again, now that VoIPbin no longer accepts how they were signed in. */
  offerRenewal(profile: Profile): Promise<boolean>;
  /** Shows that something takes a moment. */
  during<T>(title: string, run: () => Promise<T>): Promise<T>;
}

export interface AskCredentialsSettings {
  readonly prompts: SignInPrompts;
  /** The API of the profile, with these credentials. */
  readonly openApi: (credentials?: Credentials) => Promise<VoipbinApi>;
  readonly clock: Clock;
  readonly newId: () => string;
}

type CredentialStep = 'kind' | 'username' | 'password' | 'accesskey';

/**
 * Asks how and as whom to sign in to a profile, and has VoIPbin confirm it; undefined when the user gives up.
 *
 * What VoIPbin does not accept is asked again. Any other failure ends it with an `ApiError`.
 */
export async function askCredentials(
  profile: Profile,
  settings: AskCredentialsSettings,
): Promise<KeptSignIn | undefined> {
  const { prompts } = settings;
  const title = `Sign In to VoIPbin (${profile.kind === 'cloud' ? 'voipbin.net' : new URL(profile.origin).host})`;
  let step: CredentialStep = 'kind';
  let username = '';
  let problem: string | undefined;
  for (;;) {
    const reply: Reply<string> =
      step === 'kind'
        ? await prompts.chooseKind(title)
        : await prompts.askText(questionAt(step, title, username, problem));
    problem = undefined;
    if (reply === 'cancelled' || (reply === 'back' && step === 'kind')) return undefined;
    if (reply === 'back') {
      step = step === 'password' ? 'username' : 'kind';
    } else if (step === 'kind') {
      step = reply.value === 'password' ? 'username' : 'accesskey';
    } else if (step === 'username') {
      username = reply.value.trim();
      if (username !== '') step = 'password';
    } else {
      const secret = step === 'accesskey' ? reply.value.trim() : reply.value;
      if (secret === '') continue;
      try {
        return await prompts.during('Signing in to VoIPbin', () =>
          step === 'accesskey'
            ? confirmKey(profile, secret, settings)
            : confirmPassword(profile, username, secret, settings),
        );
      } catch (error) {
        if (!(error instanceof ApiError) || error.kind !== 'unauthorized') throw error;
        problem = step === 'accesskey' ? unknownKey : error.message;
        if (step === 'password') step = 'username';
      }
    }
  }
}

const unknownKey = 'VoIPbin does not know this access key, or it has expired. Check it, or create a new one.';

function questionAt(
  step: CredentialStep,
  title: string,
  username: string,
  problem: string | undefined,
): CredentialQuestion {
  if (step === 'username')
    return { title, prompt: 'User name (an e-mail address)', isSecret: false, value: username, problem };
  if (step === 'password') return { title, prompt: `Password of ${username}`, isSecret: true };
  return { title, prompt: 'Access key', isSecret: true, problem };
}

async function confirmPassword(
  profile: Profile,
  username: string,
  password: string,
  { openApi, clock, newId }: AskCredentialsSettings,
): Promise<KeptSignIn> {
  const { token } = await (await openApi()).login(username, password);
  return {
    id: newId(),
    origin: profile.origin,
    kind: 'token',
    secret: token,
    account: { id: username, label: username },
    expiresAt: tokenExpiry(token, clock.now()),
  };
}

async function confirmKey(
  profile: Profile,
  key: string,
  { openApi, newId }: AskCredentialsSettings,
): Promise<KeptSignIn> {
  const { origin } = profile;
  const customer = await (await openApi({ kind: 'accesskey', origin, key })).whoAmI();
  const label = `${customer.name || customer.email || customer.id} (access key)`;
  return { id: newId(), origin, kind: 'accesskey', secret: key, account: { id: customer.id, label } };
}
