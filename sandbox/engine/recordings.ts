import { nilUuid } from '../../flow';
import { announce, type Core, update } from '../core';
import type { Call } from '../resources/call';
import type { Recording } from '../resources/services';
import type { Engine } from './engine';
import { newRow } from './newRow';
import type { OngoingRun } from './ongoingRun';

/** What happens at the end of a recording that no flow has begun. */
const afterwards = new WeakMap<Recording, () => void>();

/** A flow begins to record its call. */
export function startRecording({ core }: Engine, { call, activeflow }: OngoingRun, id: string | undefined): void {
  if (!call || id === undefined) return;
  const { format, on_end_flow_id } = activeflow.current_action.option ?? {};
  beginRecording(core, call.row, {
    id,
    format: typeof format === 'string' ? format : '',
    onEndFlowId: typeof on_end_flow_id === 'string' ? on_end_flow_id : nilUuid,
  });
}

/** The call is recorded from now on; another recording of it ends. `whenOver` is called once, when this one ends. */
export function beginRecording(
  core: Core,
  call: Call,
  { id, format, onEndFlowId }: { readonly id: string; readonly format: string; readonly onEndFlowId: string },
  whenOver?: () => void,
): Recording {
  endRecording(core, call);
  const row = newRow(core, id);
  const recording: Recording = {
    ...row,
    owner_type: call.owner_type,
    owner_id: call.owner_id,
    activeflow_id: call.activeflow_id,
    reference_type: 'call',
    reference_id: call.id,
    status: 'recording',
    format,
    on_end_flow_id: onEndFlowId,
    tm_start: row.tm_create,
    tm_end: null,
  };
  if (whenOver) afterwards.set(recording, whenOver);
  call.recording_id = id;
  call.recording_ids = [...call.recording_ids, id];
  announce(core, 'recording', core.store.recordings.add(recording), 'started');
  return recording;
}

/** The recording of the call, if there is one, is over. */
export function endRecording(core: Core, call: Call): void {
  const recording = core.store.recordings.get(call.recording_id);
  call.recording_id = nilUuid;
  if (recording?.status !== 'recording') return;
  recording.status = 'ended';
  recording.tm_end = core.stamp();
  update(core, 'recording', recording, 'finished');
  afterwards.get(recording)?.();
}
