import type { JsonObject } from '../../../flow';
import { newRow } from '../../engine/newRow';
import { fromSaved } from '../../resources/action';
import type { Campaign } from '../../resources/campaign';
import { notInSandbox } from '../apiError';
import { integerOf, namesOf, textMember } from '../body';
import type { ApiContext, App, Backend } from '../environment';
import { readActions, uuidOf } from '../readActions';
import { addCreation, addRows, addUpdate, listedRow } from '../rows';

/** Campaigns: kept, and never run, because there are no targets to call. Source: bin-api-manager/server/campaigns.go. */
export function addCampaigns(app: App, backend: Backend): void {
  const { core } = backend;
  const listed = addRows<Campaign>(app, backend, { path: '/campaigns', kind: 'campaign', table: core.store.campaigns });
  const basics = (body: JsonObject) => ({
    type: textMember(body, 'type') ?? '',
    ...namesOf(body),
    service_level: integerOf(body, 'service_level') ?? 0,
    end_handle: textMember(body, 'end_handle') ?? '',
  });
  addCreation(
    app,
    backend,
    listed,
    (body): Campaign => ({
      ...newRow(core),
      ...basics(body),
      status: 'stop',
      actions: readActions(core, body).map(fromSaved),
      outplan_id: uuidOf(body, 'outplan_id'),
      outdial_id: uuidOf(body, 'outdial_id'),
      queue_id: uuidOf(body, 'queue_id'),
      next_campaign_id: uuidOf(body, 'next_campaign_id'),
    }),
  );
  addUpdate(app, backend, listed, basics);
  app.put('/v1.0/campaigns/:id/status', (context: ApiContext) => {
    listedRow(context, listed);
    throw notInSandbox('The local VoIPbin stores campaigns but does not run them.');
  });
}
