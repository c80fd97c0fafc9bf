import { limits } from '../../catalog/limits';
import { endRecording, isRecording } from '../run/recordings';
import { failed, next } from '../run/run';
import { type Handler, idOf, numberOf, textOf } from './handler';
import { request } from './request';

/** Starts a recording; the flow goes on. Source: bin-call-manager/pkg/callhandler/recording.go; recordinghandler/main.go. */
export const recordingStart: Handler = function* (run, option) {
  if (run.callStatus !== 'progressing')
    return failed('not-answered', 'The call is not answered, so nothing is recorded.');
  if (isRecording(run)) return failed('refused', 'The call is being recorded already.');
  endRecording(run);
  const id = run.ids();
  const format = textOf(option, 'format');
  const variables = recordingVariables(id, run.referenceId, format);
  const refused = yield* request(run, 'recording_start', variables);
  if (refused !== undefined) return failed('refused', `VoIPbin refuses the recording: ${refused}.`);
  const seconds = numberOf(option, 'duration');
  const until = seconds > 0 ? run.clock + seconds * 1000 : undefined;
  run.recording = { id, onEndFlowId: idOf(option, 'on_end_flow_id'), variables, until };
  run.recordings.push(id);
  return next;
};

/** What a flow knows of the recording of a call. Source: bin-call-manager/pkg/recordinghandler/main.go. */
export const recordingVariables = (id: string, callId: string, format: string): Readonly<Record<string, string>> => ({
  'voipbin.recording.id': id,
  'voipbin.recording.reference_type': 'call',
  'voipbin.recording.reference_id': callId,
  'voipbin.recording.format': format,
  'voipbin.recording.recording_name': `call_${id}`,
  'voipbin.recording.filenames': `call_${id}_in.${format || 'wav'},call_${id}_out.${format || 'wav'}`,
});

// biome-ignore lint/correctness/useYield: it is called like every other handler
export const recordingStop: Handler = function* (run) {
  if (!isRecording(run)) return failed('nothing-to-do', 'Nothing is being recorded.');
  endRecording(run);
  return next;
};

/** Source: bin-call-manager/pkg/callhandler/external_media.go. */
export const externalMediaStart: Handler = function* (run, option) {
  if (textOf(option, 'external_host') === '')
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
