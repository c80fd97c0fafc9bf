import { nilUuid } from '../../model/uuid';
import { followUp } from './beginRun';
import type { Run, Script } from './run';

/** Whether a recording goes on; one whose time is over has ended by itself. */
export function isRecording({ recording }: Run): boolean {
  return recording !== undefined && !recording.isOver;
}

/**
 * A recording that is running ends, and the flow that follows it starts. Its reference type is empty.
 *
 * The call goes on to count as recorded: only `recording_stop` forgets the recording. Source: bin-call-manager/pkg/recordinghandler/stop.go.
 */
export function* endRecording(run: Run, at = run.clock): Script<void> {
  const { recording } = run;
  if (!recording || recording.isOver) return;
  recording.isOver = true;
  const { onEndFlowId, variables } = recording;
  if (onEndFlowId !== nilUuid) yield* followUp(run, { flowId: onEndFlowId, referenceType: '', variables }, at);
}

/** Time runs on to a moment; a recording whose time is over before ends on the way. */
export function* pass(run: Run, to: number): Script<void> {
  const { recording } = run;
  const end = recording?.isOver ? undefined : recording?.until;
  if (end !== undefined && end <= to) {
    run.clock = Math.max(run.clock, end);
    yield* endRecording(run);
  }
  run.clock = Math.max(run.clock, to);
}
