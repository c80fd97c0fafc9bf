import { hangUpGroup } from '../../engine/groups';
import type { App, Backend } from '../environment';
import { addReads, listedRow, showRow } from '../rows';

/** Group calls: what a destination that is an agent or an extension becomes. */
export function addGroupcalls(app: App, { core, engine }: Backend): void {
  const listed = { path: '/groupcalls', kind: 'groupcall', table: core.store.groupcalls };
  addReads(app, listed);
  app.post('/v1.0/groupcalls/:id/hangup', (context) => {
    const groupcall = listedRow(context, listed);
    hangUpGroup(engine, groupcall);
    return showRow(context, listed, groupcall);
  });
}
