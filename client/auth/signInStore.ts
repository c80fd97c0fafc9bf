import * as z from 'zod';
import type { Clock } from '../api/clock';
import { sessionsKey } from '../memory';
import { type KeptSignIn, keptSignInSchema } from './keptSignIn';

/** What is needed of VS Code's SecretStorage. */
export interface Secrets {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
}

export interface SignInStore {
  /** The sign-ins that are still valid. */
  list(): Promise<readonly KeptSignIn[]>;
  /** Keeps a sign-in in place of the one that its origin had. */
  put(session: KeptSignIn): Promise<void>;
  /** What was removed; undefined when it was gone already. */
  remove(id: string): Promise<KeptSignIn | undefined>;
}

/** Sign-ins in the secret storage, one for each origin. What cannot be read there counts as nothing. */
export function createSignInStore(secrets: Secrets, clock: Clock): SignInStore {
  let last: Promise<unknown> = Promise.resolve();
  const read = async () => {
    const sessions = parse(await secrets.get(sessionsKey));
    return sessions.filter(({ expiresAt }) => expiresAt === undefined || expiresAt > clock.now());
  };
  /** One change after the other: each reads what the one before has written. */
  const change = <T>(run: (sessions: readonly KeptSignIn[]) => { sessions: readonly KeptSignIn[]; result: T }) => {
    const next = last.then(async () => {
      const { sessions, result } = run(await read());
      await secrets.store(sessionsKey, JSON.stringify(sessions));
      return result;
    });
    last = next.catch(() => undefined);
    return next;
  };
  return {
    list: async () => {
      await last;
      return read();
    },
    put: (session) =>
      change((sessions) => ({
        sessions: [...sessions.filter(({ origin }) => origin !== session.origin), session],
        result: undefined,
      })),
    remove: (id) =>
      change((sessions) => ({
        sessions: sessions.filter((session) => session.id !== id),
        result: sessions.find((session) => session.id === id),
      })),
  };
}

function parse(text: string | undefined): readonly KeptSignIn[] {
  try {
    return z.array(keptSignInSchema).parse(JSON.parse(text ?? '[]'));
  } catch {
    // Written by another version, or damaged: signing in again repairs it. The error is not logged because it may quote a secret.
    return [];
  }
}
