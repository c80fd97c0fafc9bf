import type { PhoneNumber } from '../../resources/phoneNumber';
import type { App, Backend } from '../environment';
import { uuidOf } from '../readActions';
import { addReads, addUpdate, type Listed } from '../rows';

/** The numbers of the account, and which flows answer them: both are written, whichever is sent. */
export function addNumbers(app: App, backend: Backend): void {
  const listed: Listed<PhoneNumber> = { path: '/numbers', kind: 'number', table: backend.core.store.numbers };
  const names = ['call_flow_id', 'message_flow_id'] as const;
  addReads(app, listed);
  addUpdate(
    app,
    backend,
    listed,
    (body) => Object.fromEntries(names.map((name) => [name, uuidOf(body, name)])),
    '/flow_ids',
  );
}
