import { newRow } from '../../engine/newRow';
import type { Tag } from '../../resources/tag';
import { namesOf } from '../body';
import type { App, Backend } from '../environment';
import { addCreation, addRows, addUpdate } from '../rows';

/** Tags. An update replaces both texts. Source: bin-api-manager/server/tags.go. */
export function addTags(app: App, backend: Backend): void {
  const listed = addRows<Tag>(app, backend, { path: '/tags', kind: 'tag', table: backend.core.store.tags });
  addCreation(app, backend, listed, (body) => ({ ...newRow(backend.core), ...namesOf(body) }));
  addUpdate(app, backend, listed, namesOf);
}
