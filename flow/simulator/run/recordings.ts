import { nilId } from '../ids';
import type { Run } from './run';

/** The running recording, unless its time is over. */
export function isRecording({ recording, clock }: Run): boolean {
  return recording !== undefined && (recording.until === undefined || recording.until > clock);
}

/** The recording ends; the flow that shall follow it is remembered. Its reference type is empty: bin-call-manager/pkg/recordinghandler/stop.go. */
export function endRecording(run: Run): void {
  const { recording } = run;
  run.recording = undefined;
  if (recording && recording.onEndFlowId !== nilId) {
    run.followUps.push({ flowId: recording.onEndFlowId, referenceType: '', variables: recording.variables });
  }
}
