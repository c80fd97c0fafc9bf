import { limits } from '../../catalog/limits';
import { recordedFormat } from '../../catalog/recordedFormat';
import { currentTime } from '../run/currentTime';
import { endRecording, isRecording } from '../run/recordings';
import { failed, next } from '../run/run';
import { type Handler, idOf, numberOf, optionText } from './handler';
import { request } from './request';

/** Starts a recording; the flow continues. Source: bin-call-manager/pkg/callhandler/recording.go; recordinghandler/main.go. */
export const recordingStart: Handler = function* (run, option) {
  if (run.callStatus !== 'progressing')
    return failed('not-answered', 'The call is not answered, so VoIPbin records nothing.');
  if (run.recording) {
    const why = isRecording(run)
      ? 'The call is already being recorded.'
      : 'The earlier recording has ended, but VoIPbin counts the call as recorded until `recording_stop`.';
    return failed('refused', why);
  }
  const id = run.ids();
  const format = optionText(option, 'format');
  const variables = recordingVariables(id, run.referenceId, yield* currentTime(run), format);
  const refused = yield* request(run, 'recording_start', variables);
  if (refused !== undefined) return failed('refused', `VoIPbin refuses the recording: ${refused}.`);
  const seconds = numberOf(option, 'duration');
  const until = seconds > 0 ? run.clock + seconds * 1000 : undefined;
  run.recording = { id, onEndFlowId: idOf(option, 'on_end_flow_id'), variables, until, isOver: false };
  run.recordings.push(id);
  return next;
};

/** What a flow knows of the recording of a call that started at a time. Source: bin-call-manager/pkg/recordinghandler/main.go, start.go. */
export function recordingVariables(
  id: string,
  callId: string,
  started: Date,
  format: string,
): Readonly<Record<string, string>> {
  const name = `call_${callId}_${started.toISOString().replace(/\.\d+Z$/, 'Z')}`;
  return {
    'voipbin.recording.id': id,
    'voipbin.recording.reference_type': 'call',
    'voipbin.recording.reference_id': callId,
    'voipbin.recording.format': format,
    'voipbin.recording.recording_name': name,
    'voipbin.recording.filenames': `${name}_in.${format || recordedFormat},${name}_out.${format || recordedFormat}`,
  };
}

/** It also makes VoIPbin forget a recording that has ended by itself. */
export const recordingStop: Handler = function* (run) {
  if (!run.recording) return failed('nothing-to-do', 'Nothing is being recorded.');
  yield* endRecording(run);
  run.recording = undefined;
  return next;
};

/** Source: bin-call-manager/pkg/callhandler/external_media.go. */
export const externalMediaStart: Handler = function* (run, option) {
  if (optionText(option, 'external_host') === '')
    return failed('nothing-to-do', 'No media server is named in `external_host`.');
  if (run.externalMedia >= limits.externalMediaPerCall.value) return failed('refused', limits.externalMediaPerCall.doc);
  const refused = yield* request(run, 'external_media_start');
  if (refused !== undefined) return failed('refused', `VoIPbin refuses: ${refused}.`);
  run.externalMedia++;
  return next;
};

// biome-ignore lint/correctness/useYield: it is called like every other handler
export const externalMediaStop: Handler = function* (run) {
  run.externalMedia = 0;
  return next;
};
