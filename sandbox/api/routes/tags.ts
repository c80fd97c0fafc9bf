import { update } from '../../core';
import { newRow } from '../../engine/newRow';
import type { Tag } from '../../resources/tag';
import { readBody, textOf } from '../body';
import type { App, Ask, Backend } from '../environment';
import { addReads, addRemoval, addRow, type Listed, listedRow, showRow } from '../rows';

/** Tags. An update replaces both texts. Source: bin-api-manager/server/tags.go. */
export function addTags(app: App, backend: Backend): void {
  const { core } = backend;
  const listed: Listed<Tag> = { path: '/tags', kind: 'tag', table: core.store.tags };
  const read = async (ask: Ask) => {
    const body = await readBody(ask);
    return { name: textOf(body, 'name') ?? '', detail: textOf(body, 'detail') ?? '' };
  };
  addReads(app, listed);
  addRemoval(app, backend, listed);
  app.post('/v1.0/tags', async (ask) => {
    const texts = await read(ask);
    return showRow(ask, listed, addRow(backend, listed, { ...newRow(core), ...texts }));
  });
  app.put('/v1.0/tags/:id', async (ask) => {
    const tag = listedRow(ask, listed);
    Object.assign(tag, await read(ask));
    update(core, 'tag', tag);
    return showRow(ask, listed, tag);
  });
}
