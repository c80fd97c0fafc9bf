import { update } from '../../core';
import { newRow } from '../../engine/newRow';
import type { Tag } from '../../resources/tag';
import { readBody, textOf } from '../body';
import type { ApiContext, App, Backend } from '../environment';
import { addReads, addRemoval, addRow, type Listed, listedRow, showRow } from '../rows';

/** Tags. An update replaces both texts. Source: bin-api-manager/server/tags.go. */
export function addTags(app: App, backend: Backend): void {
  const { core } = backend;
  const listed: Listed<Tag> = { path: '/tags', kind: 'tag', table: core.store.tags };
  const read = async (context: ApiContext) => {
    const body = await readBody(context);
    return { name: textOf(body, 'name') ?? '', detail: textOf(body, 'detail') ?? '' };
  };
  addReads(app, listed);
  addRemoval(app, backend, listed);
  app.post('/v1.0/tags', async (context) => {
    const texts = await read(context);
    return showRow(context, listed, addRow(backend, listed, { ...newRow(core), ...texts }));
  });
  app.put('/v1.0/tags/:id', async (context) => {
    const tag = listedRow(context, listed);
    Object.assign(tag, await read(context));
    update(core, 'tag', tag);
    return showRow(context, listed, tag);
  });
}
