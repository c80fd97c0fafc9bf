import { nilId } from '../../../flow/simulator';
import { update } from '../../core';
import { stopActiveflow } from '../../engine/control';
import { startActiveflow } from '../../engine/newRuns';
import { invalid, stateInvalid } from '../apiError';
import { readBody, textOf } from '../body';
import type { App, Backend } from '../environment';
import { givenFlow } from '../givenFlow';
import { rowOf } from '../idOf';
import { pageOf } from '../paging';
import { uuidOf } from '../readActions';
import { readVariables } from '../readVariables';

const methods: ReadonlySet<string> = new Set(['', 'POST', 'GET', 'PUT', 'DELETE']);

/** Activeflows: flows that run without a phone, and those of calls. Source: bin-api-manager/server/activeflows.go. */
export function addActiveflows(app: App, { core, engine }: Backend): void {
  const { activeflows } = core.store;
  app.get('/v1.0/activeflows', (ask) => ask.json(pageOf(ask, activeflows)));
  app.get('/v1.0/activeflows/:id', (ask) => ask.json(rowOf(ask, activeflows)));

  app.post('/v1.0/activeflows', async (ask) => {
    const body = await readBody(ask);
    const wished = uuidOf(body, 'id');
    const webhook = {
      webhook_uri: textOf(body, 'webhook_uri') ?? '',
      webhook_method: textOf(body, 'webhook_method') ?? '',
    };
    if (webhook.webhook_uri !== '' && !/^https?:\/\/[^/]/i.test(webhook.webhook_uri)) {
      throw invalid('INVALID_ARGUMENT', '`webhook_uri` is no http or https URL.');
    }
    if (!methods.has(webhook.webhook_method)) {
      throw invalid('INVALID_ARGUMENT', '`webhook_method` is none of POST, GET, PUT and DELETE.');
    }
    const variables = readVariables(body);
    const flow = givenFlow(core, body);
    if (activeflows.get(wished)) throw stateInvalid('There is an activeflow with this id already.');
    const id = wished === nilId ? core.newId() : wished;
    return ask.json(startActiveflow(engine, flow, { id, ...webhook }, variables));
  });

  app.post('/v1.0/activeflows/:id/stop', (ask) => {
    const activeflow = rowOf(ask, activeflows);
    stopActiveflow(engine, activeflow);
    return ask.json(activeflow);
  });

  app.delete('/v1.0/activeflows/:id', (ask) => {
    const activeflow = rowOf(ask, activeflows);
    stopActiveflow(engine, activeflow);
    activeflows.remove(activeflow.id);
    activeflow.tm_delete = core.stamp();
    update(core, 'activeflow', activeflow);
    return ask.json(activeflow);
  });
}
