import { nilUuid } from '../../../flow';
import { update } from '../../core';
import { startActiveflow, stopActiveflow } from '../../engine/activeflows';
import type { Activeflow } from '../../resources/activeflow';
import { invalid, stateInvalid } from '../apiError';
import { readBody, textMember } from '../body';
import type { App, Backend } from '../environment';
import { givenFlow } from '../givenFlow';
import { uuidOf } from '../readActions';
import { readVariables } from '../readVariables';
import { addReads, type Listed, listedRow, showRow } from '../rows';

const methods: ReadonlySet<string> = new Set(['', 'POST', 'GET', 'PUT', 'DELETE']);

/** Activeflows: flows that run without a phone, and those of calls. Source: bin-api-manager/server/activeflows.go. */
export function addActiveflows(app: App, { core, engine }: Backend): void {
  const { activeflows } = core.store;
  const listed: Listed<Activeflow> = { path: '/activeflows', kind: 'activeflow', table: activeflows };
  addReads(app, listed);

  app.post('/v1.0/activeflows', async (context) => {
    const body = await readBody(context);
    const wanted = uuidOf(body, 'id');
    const webhook = {
      webhook_uri: textMember(body, 'webhook_uri') ?? '',
      webhook_method: textMember(body, 'webhook_method') ?? '',
    };
    if (webhook.webhook_uri !== '' && !/^https?:\/\/[^/]/i.test(webhook.webhook_uri)) {
      throw invalid('INVALID_WEBHOOK_URI', '`webhook_uri` is not an http or https URL.');
    }
    if (!methods.has(webhook.webhook_method)) {
      throw invalid('INVALID_WEBHOOK_METHOD', '`webhook_method` is not POST, GET, PUT or DELETE.');
    }
    const variables = readVariables(body);
    const flow = givenFlow(core, body);
    if (activeflows.get(wanted)) throw stateInvalid('An activeflow with this id already exists.');
    const id = wanted === nilUuid ? core.newId() : wanted;
    return showRow(context, listed, startActiveflow(engine, flow, { id, ...webhook }, variables));
  });

  app.post('/v1.0/activeflows/:id/stop', (context) => {
    const activeflow = listedRow(context, listed);
    stopActiveflow(engine, activeflow);
    return showRow(context, listed, activeflow);
  });

  app.delete('/v1.0/activeflows/:id', (context) => {
    const activeflow = listedRow(context, listed);
    stopActiveflow(engine, activeflow);
    activeflows.remove(activeflow.id);
    activeflow.tm_delete = core.stamp();
    update(core, 'activeflow', activeflow, 'deleted');
    return showRow(context, listed, activeflow);
  });
}
