import * as z from 'zod';
import type { Credentials } from '../api/credentials';

/** One sign-in as it is kept. */
export const keptSignInSchema = z.object({
  id: z.string(),
  /** The only place it is sent to, such as `https://api.voipbin.net`. */
  origin: z.string(),
  kind: z.enum(['token', 'accesskey']),
  secret: z.string().min(1),
  account: z.object({ id: z.string(), label: z.string() }),
  /** Milliseconds since 1970; missing where it is not known, as for access keys. */
  expiresAt: z.number().optional(),
});

export type KeptSignIn = z.output<typeof keptSignInSchema>;

export function credentialsOf({ kind, origin, secret }: KeptSignIn): Credentials {
  return kind === 'token' ? { kind, origin, token: secret } : { kind, origin, key: secret };
}
