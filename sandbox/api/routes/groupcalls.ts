import { hangUpGroup } from '../../engine/control';
import type { App, Backend } from '../environment';
import { rowOf } from '../idOf';
import { pageOf } from '../paging';

/** Group calls: what a destination that is an agent or an extension becomes. */
export function addGroupcalls(app: App, { core, engine }: Backend): void {
  const { groupcalls } = core.store;
  app.get('/v1.0/groupcalls', (ask) => ask.json(pageOf(ask, groupcalls)));
  app.get('/v1.0/groupcalls/:id', (ask) => ask.json(rowOf(ask, groupcalls)));
  app.post('/v1.0/groupcalls/:id/hangup', (ask) => {
    const groupcall = rowOf(ask, groupcalls);
    hangUpGroup(engine, groupcall);
    return ask.json(groupcall);
  });
}
