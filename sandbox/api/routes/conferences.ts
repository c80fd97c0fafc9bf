import { type JsonObject, nilUuid } from '../../../flow';
import type { Engine } from '../../engine/engine';
import { newRow } from '../../engine/newRow';
import { type Conference, newConference } from '../../resources/services';
import { internal, stateInvalid } from '../apiError';
import { integerOf, member, objectOf, textMember } from '../body';
import type { App, Backend } from '../environment';
import { uuidOf } from '../readActions';
import { addCreation, addRows, addUpdate } from '../rows';

/**
 * Conferences. An update changes what is sent and nothing else.
 *
 * Sources: bin-conference-manager/models/conference/webhook.go; bin-openapi-manager/openapi/paths/conferences.
 */
export function addConferences(app: App, backend: Backend): void {
  const { core, engine } = backend;
  const table = core.store.conferences;
  const listed = addRows<Conference>(app, backend, { path: '/conferences', kind: 'conference', table }, ({ id }) =>
    leaveAll(engine, id),
  );
  addCreation(app, backend, listed, (body) => {
    const wanted = uuidOf(body, 'id');
    const type = textMember(body, 'type') ?? '';
    // Source: bin-conference-manager/models/conference/conference.go IsValidConferenceType. The error is taken to have no type.
    if (!['', 'conference', 'connect'].includes(type)) throw internal();
    if (table.get(wanted)) throw stateInvalid('A conference with this id already exists.');
    const row = newRow(core);
    return {
      ...row,
      ...newConference,
      ...changes(body),
      id: wanted === nilUuid ? row.id : wanted,
      type,
    };
  });
  addUpdate(app, backend, listed, changes);
}

/** What a body changes: the members that are in it. */
function changes(body: JsonObject): object {
  const read = {
    name: textMember(body, 'name'),
    detail: textMember(body, 'detail'),
    data: objectOf(body, 'data'),
    timeout: integerOf(body, 'timeout'),
    pre_flow_id: member(body, 'pre_flow_id') === undefined ? undefined : uuidOf(body, 'pre_flow_id'),
    post_flow_id: member(body, 'post_flow_id') === undefined ? undefined : uuidOf(body, 'post_flow_id'),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** All calls leave the conference, and their flows continue. */
function leaveAll(engine: Engine, id: string): void {
  for (const run of [...engine.runs.values()]) {
    const { question, state } = run;
    if (state !== 'waiting' || question?.for !== 'conference' || question.resourceId !== id) continue;
    run.deliver({ kind: 'over', at: engine.core.clock.now() });
  }
}
