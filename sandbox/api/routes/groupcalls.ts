import { hangUpGroup } from '../../engine/groups';
import { shownAs } from '../../resources/shown';
import type { App, Ask, Backend } from '../environment';
import { rowOf } from '../idOf';
import { listOf } from '../paging';

/** Group calls: what a destination that is an agent or an extension becomes. */
export function addGroupcalls(app: App, { core, engine }: Backend): void {
  const { groupcalls } = core.store;
  const show = shownAs('groupcall');
  const groupcallOf = (ask: Ask) => rowOf(ask, groupcalls, 'GROUPCALL_NOT_FOUND');
  app.get('/v1.0/groupcalls', listOf(groupcalls, show));
  app.get('/v1.0/groupcalls/:id', (ask) => ask.json(show(groupcallOf(ask))));
  app.post('/v1.0/groupcalls/:id/hangup', (ask) => {
    const groupcall = groupcallOf(ask);
    hangUpGroup(engine, groupcall);
    return ask.json(show(groupcall));
  });
}
