import type { Row } from './row';
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
