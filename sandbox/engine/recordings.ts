import { nilId } from '../../flow/simulator';
import { update } from '../core';
import type { Recording } from '../resources/services';
import type { Engine } from './engine';
import type { LiveRun } from './liveRun';

/** The call is recorded from now on. */
export function startRecording(engine: Engine, run: LiveRun, id: string | undefined): void {
  const { core } = engine;
  const { live, activeflow } = run;
  if (!live || id === undefined) return;
  endRecording(engine, run);
  const { format, on_end_flow_id } = activeflow.current_action.option ?? {};
  const now = core.stamp();
  const recording: Recording = {
    id,
    customer_id: activeflow.customer_id,
    owner_type: live.call.owner_type,
    owner_id: live.call.owner_id,
    activeflow_id: activeflow.id,
    reference_type: 'call',
    reference_id: live.call.id,
    status: 'recording',
    format: typeof format === 'string' ? format : '',
    on_end_flow_id: typeof on_end_flow_id === 'string' ? on_end_flow_id : nilId,
    tm_start: now,
    tm_end: null,
    tm_create: now,
    tm_update: null,
    tm_delete: null,
  };
  run.recording = recording;
  live.call.recording_id = id;
  live.call.recording_ids = [...live.call.recording_ids, id];
  update(core, 'recording', core.store.recordings.add(recording));
}

export function endRecording({ core }: Engine, run: LiveRun): void {
  const { recording, live } = run;
  run.recording = undefined;
  if (!recording) return;
  recording.status = 'ended';
  recording.tm_end = core.stamp();
  if (live) live.call.recording_id = nilId;
  update(core, 'recording', recording);
}
