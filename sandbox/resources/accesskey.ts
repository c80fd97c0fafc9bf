import type { Row } from './row';
import { createSecret } from './secrets';
import { shown } from './shown';

/** An access key. What the API shows of it is `shownAccesskey`. */
export interface Accesskey extends Row {
  name: string;
  detail: string;
  readonly token: string;
  readonly tm_expire: string | null;
}

/** The form in which every answer but that of `POST` shows it: only the beginning of the secret. */
export function shownAccesskey({ token, ...rest }: Accesskey): object {
  return shown('accesskey', { ...rest, token_prefix: token.slice(0, 11) });
}

/** Source of the beginning: bin-customer-manager/models/accesskey. */
export const newAccesskeyToken = (random: () => number): string => `vb_${createSecret(32, random)}`;
