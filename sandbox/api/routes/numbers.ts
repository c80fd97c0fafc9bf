import { update } from '../../core';
import { shownAs } from '../../resources/shown';
import { readBody } from '../body';
import type { ApiContext, App, Backend } from '../environment';
import { rowOf } from '../idOf';
import { listOf } from '../paging';
import { uuidOf } from '../readActions';

/** The numbers of the account, and which flows answer them. */
export function addNumbers(app: App, { core }: Backend): void {
  const { numbers } = core.store;
  const show = shownAs('number');
  const numberOf = (context: ApiContext) => rowOf(context, numbers, 'NUMBER_NOT_FOUND');
  app.get('/v1.0/numbers', listOf(numbers, show));
  app.get('/v1.0/numbers/:id', (context) => context.json(show(numberOf(context))));
  // Both are written, whichever is sent.
  app.put('/v1.0/numbers/:id/flow_ids', async (context) => {
    const number = numberOf(context);
    const body = await readBody(context);
    number.call_flow_id = uuidOf(body, 'call_flow_id');
    number.message_flow_id = uuidOf(body, 'message_flow_id');
    update(core, 'number', number);
    return context.json(show(number));
  });
}
