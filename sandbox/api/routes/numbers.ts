import { update } from '../../core';
import { shownAs } from '../../resources/shown';
import { readBody } from '../body';
import type { App, Ask, Backend } from '../environment';
import { rowOf } from '../idOf';
import { listOf } from '../paging';
import { uuidOf } from '../readActions';

/** The numbers of the account, and which flows answer them. */
export function addNumbers(app: App, { core }: Backend): void {
  const { numbers } = core.store;
  const show = shownAs('number');
  const numberOf = (ask: Ask) => rowOf(ask, numbers, 'NUMBER_NOT_FOUND');
  app.get('/v1.0/numbers', listOf(numbers, show));
  app.get('/v1.0/numbers/:id', (ask) => ask.json(show(numberOf(ask))));
  // Both are written, whichever is sent.
  app.put('/v1.0/numbers/:id/flow_ids', async (ask) => {
    const number = numberOf(ask);
    const body = await readBody(ask);
    number.call_flow_id = uuidOf(body, 'call_flow_id');
    number.message_flow_id = uuidOf(body, 'message_flow_id');
    update(core, 'number', number);
    return ask.json(show(number));
  });
}
