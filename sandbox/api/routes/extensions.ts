import { update } from '../../core';
import { newRow } from '../../engine/newRow';
import type { ListedRow } from '../../resources/row';
import type { Extension } from '../../resources/services';
import { seedIds } from '../../seed/seedIds';
import { internal } from '../apiError';
import { readBody, textOf } from '../body';
import type { App, Backend } from '../environment';
import { addRemoval, addRow, type Listed, listedRow, showRow } from '../rows';

/** Making, changing and removing extensions; each has one phone at once. Source: bin-registrar-manager/models/extension/webhook.go. */
export function addExtensions(app: App, backend: Backend): void {
  const { core } = backend;
  const listed: Listed<Extension> = { path: '/extensions', kind: 'extension', table: core.store.extensions };
  app.post('/v1.0/extensions', async (context) => {
    const body = await readBody(context);
    const number = textOf(body, 'extension') ?? '';
    const texts = { name: textOf(body, 'name') ?? '', detail: textOf(body, 'detail') ?? '' };
    const password = textOf(body, 'password') ?? '';
    // Each is there once. What VoIPbin says to that, and to none, was not read: these errors are taken to have no type.
    const isTaken = core.store.extensions.all().some(({ extension }) => extension === number);
    if (isTaken || number === '') throw internal();
    const extension: Extension & ListedRow = {
      ...newRow(core),
      ...texts,
      extension: number,
      domain_name: seedIds.customer,
      username: number,
      password,
      direct_hash: '',
    };
    return showRow(context, listed, addRow(backend, listed, extension));
  });
  app.put('/v1.0/extensions/:id', async (context) => {
    const extension = listedRow(context, listed);
    const body = await readBody(context);
    const [name = '', detail = '', password = ''] = ['name', 'detail', 'password'].map((name) => textOf(body, name));
    Object.assign(extension, { name, detail, password });
    update(core, 'extension', extension);
    return showRow(context, listed, extension);
  });
  addRemoval(app, backend, listed);
}
