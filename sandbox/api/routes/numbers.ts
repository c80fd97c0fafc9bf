import { update } from '../../core';
import { readBody } from '../body';
import type { App, Backend } from '../environment';
import { rowOf } from '../idOf';
import { pageOf } from '../paging';
import { uuidOf } from '../readActions';

/** The numbers of the account, and which flows answer them. */
export function addNumbers(app: App, { core }: Backend): void {
  const { numbers } = core.store;
  app.get('/v1.0/numbers', (ask) => ask.json(pageOf(ask, numbers)));
  app.get('/v1.0/numbers/:id', (ask) => ask.json(rowOf(ask, numbers)));
  // Both are written, whichever is sent.
  app.put('/v1.0/numbers/:id/flow_ids', async (ask) => {
    const number = rowOf(ask, numbers);
    const body = await readBody(ask);
    number.call_flow_id = uuidOf(body, 'call_flow_id');
    number.message_flow_id = uuidOf(body, 'message_flow_id');
    update(core, 'number', number);
    return ask.json(number);
  });
}
