import { hangUpGroup } from '../../engine/groups';
import { shownAs } from '../../resources/shown';
import type { ApiContext, App, Backend } from '../environment';
import { rowOf } from '../idOf';
import { listOf } from '../paging';

/** Group calls: what a destination that is an agent or an extension becomes. */
export function addGroupcalls(app: App, { core, engine }: Backend): void {
  const { groupcalls } = core.store;
  const show = shownAs('groupcall');
  const groupcallOf = (context: ApiContext) => rowOf(context, groupcalls, 'GROUPCALL_NOT_FOUND');
  app.get('/v1.0/groupcalls', listOf(groupcalls, show));
  app.get('/v1.0/groupcalls/:id', (context) => context.json(show(groupcallOf(context))));
  app.post('/v1.0/groupcalls/:id/hangup', (context) => {
    const groupcall = groupcallOf(context);
    hangUpGroup(engine, groupcall);
    return context.json(show(groupcall));
  });
}
