import type { Credentials } from './credentials';
import { secretOf } from './credentials';
import type { Mask } from './maskUrl';

/** The credentials in use, and how new ones come in when the server no longer takes them. */
export interface SignIn {
  current(): Credentials | undefined;
  /** Whether there are other credentials than those that were refused; asks for them, once for all requests that wait. */
  renew(refused: Credentials): Promise<boolean>;
}

export function createSignIn(
  first: Credentials | undefined,
  onUnauthorized: (() => Promise<Credentials | undefined>) | undefined,
  mask: Mask,
): SignIn {
  let current = first;
  /** Asked about these already: a poll every second must not ask every second. */
  let asked: Credentials | undefined;
  let asking: Promise<boolean> | undefined;
  if (first) mask.add(secretOf(first));

  const ask = async (refused: Credentials) => {
    asked = refused;
    const next = await onUnauthorized?.();
    if (!next || secretOf(next) === secretOf(refused)) return false;
    mask.add(secretOf(next));
    current = next;
    return true;
  };

  return {
    current: () => current,
    async renew(refused) {
      if (current !== refused) return current !== undefined;
      if (asking) return asking;
      if (asked === refused) return false;
      asking = ask(refused).finally(() => {
        asking = undefined;
      });
      return asking;
    },
  };
}
