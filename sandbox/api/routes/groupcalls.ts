import { nilUuid } from '../../../flow';
import { hangUpGroup } from '../../engine/groups';
import { placeAskedGroup } from '../../engine/placeCalls';
import { planOrLog } from '../../engine/planDial';
import { internal } from '../apiError';
import { addressesOf, addressOf, readBody, textMember } from '../body';
import type { App, Backend } from '../environment';
import { givenFlow } from '../givenFlow';
import { addReads, listedRow, showRow } from '../rows';

/** Group calls: what a destination that is an agent or an extension becomes, and several destinations in one request. */
export function addGroupcalls(app: App, { core, engine }: Backend): void {
  const listed = { path: '/groupcalls', kind: 'groupcall', table: core.store.groupcalls };
  addReads(app, listed);
  // Source: bin-api-manager/server/groupcalls.go PostGroupcalls; bin-call-manager/pkg/groupcallhandler/start.go Start.
  app.post('/v1.0/groupcalls', async (context) => {
    const body = await readBody(context);
    const source = addressOf(body, 'source');
    const destinations = addressesOf(body, 'destinations');
    const ringMethod = textMember(body, 'ring_method') || 'ring_all';
    if (destinations.length === 0 || (ringMethod !== 'ring_all' && ringMethod !== 'linear')) throw internal();
    const flow = { ...givenFlow(core, body), variables: {}, early: false, depth: 0, masterCallId: nilUuid };
    const members = destinations.map((destination) => planOrLog(core, source, destination));
    const answerMethod = textMember(body, 'answer_method') === 'hangup_others' ? 'hangup_others' : '';
    const asked = { destinations, ringMethod, answerMethod, members } as const;
    return showRow(context, listed, placeAskedGroup(engine, source, asked, flow));
  });
  app.post('/v1.0/groupcalls/:id/hangup', (context) => {
    const groupcall = listedRow(context, listed);
    hangUpGroup(engine, groupcall);
    return showRow(context, listed, groupcall);
  });
}
