import { type JsonObject, nilUuid, recordingVariables } from '../../../flow';
import { update } from '../../core';
import { startFollowing } from '../../engine/activeflows';
import type { Engine } from '../../engine/engine';
import { beginRecording, endRecording } from '../../engine/recordings';
import type { Call } from '../../resources/call';
import { shown } from '../../resources/shown';
import { internal } from '../apiError';
import { integerOf, readBody, textMember } from '../body';
import type { ApiContext, App, Backend } from '../environment';
import { uuidOf } from '../readActions';
import { lastingRowOf } from '../rowOf';

/** Recording an ongoing call. Errors have no type, so all are a 500. Source: bin-call-manager/pkg/callhandler/recording.go. */
export function addCallRecording(app: App, { core, engine }: Backend): void {
  const callOf = (context: ApiContext) => lastingRowOf(context, core.store.calls, 'CALL_NOT_FOUND');
  app.post('/v1.0/calls/:id/recording_start', async (context) => {
    const call = callOf(context);
    record(engine, call, await readBody(context));
    return context.json(shown('call', call));
  });
  app.post('/v1.0/calls/:id/recording_stop', (context) => {
    const call = callOf(context);
    if (call.recording_id === nilUuid) throw internal();
    endRecording(core, call);
    update(core, 'call', call);
    return context.json(shown('call', call));
  });
}

/** Seconds. A limit that is later never comes: the clock, which can go as fast as possible, is not sent there. */
const aDay = 24 * 60 * 60;

function record(engine: Engine, call: Call, body: JsonObject): void {
  const { core } = engine;
  const format = textMember(body, 'format') ?? '';
  const seconds = integerOf(body, 'duration') ?? 0;
  const onEndFlowId = uuidOf(body, 'on_end_flow_id');
  integerOf(body, 'end_of_silence');
  textMember(body, 'end_of_key');
  if (call.recording_id !== nilUuid || call.status !== 'progressing') throw internal();
  const id = core.newId();
  const variables = recordingVariables(id, call.id, new Date(core.clock.now()), format);
  let stopLimit = () => {};
  const whenOver = () => {
    stopLimit();
    if (onEndFlowId === nilUuid) return;
    const input = { flowId: onEndFlowId, referenceType: 'recording', referenceId: id, variables };
    startFollowing(engine, input, call.activeflow_id, 0);
  };
  beginRecording(core, call, { id, format, onEndFlowId }, whenOver);
  update(core, 'call', call);
  if (seconds <= 0 || seconds > aDay) return;
  stopLimit = core.clock.after(seconds * 1000, () => {
    endRecording(core, call);
    update(core, 'call', call);
  });
}
