import { newRow } from '../../engine/newRow';
import type { ListedRow } from '../../resources/row';
import type { Extension } from '../../resources/services';
import { seedIds } from '../../seed/seedIds';
import { internal } from '../apiError';
import { namesOf, textMember } from '../body';
import type { App, Backend } from '../environment';
import { addCreation, addRows, addUpdate } from '../rows';

/** Extensions; each has one phone at once. Source: bin-registrar-manager/models/extension/webhook.go. */
export function addExtensions(app: App, backend: Backend): void {
  const { core } = backend;
  const listed = addRows<Extension>(app, backend, {
    path: '/extensions',
    kind: 'extension',
    table: core.store.extensions,
  });
  addCreation(app, backend, listed, (body) => {
    const number = textMember(body, 'extension') ?? '';
    const names = namesOf(body);
    const password = textMember(body, 'password') ?? '';
    // Each is there once. What VoIPbin says to that, and to none, was not read: these errors are taken to have no type.
    const isTaken = core.store.extensions.all().some(({ extension }) => extension === number);
    if (isTaken || number === '') throw internal();
    const extension: Extension & ListedRow = {
      ...newRow(core),
      ...names,
      extension: number,
      domain_name: seedIds.customer,
      username: number,
      password,
      direct_hash: '',
    };
    return extension;
  });
  addUpdate(
    app,
    backend,
    listed,
    (body): Partial<Extension & ListedRow> => ({
      ...namesOf(body),
      password: textMember(body, 'password') ?? '',
    }),
  );
}
