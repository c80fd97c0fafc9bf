import { action } from '../action';
import { billed } from '../billed';
import { ignoresError } from '../onFailure';
import { transcribeOptions } from '../transcribeOptions';

const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:639-695 actionHandleTranscribeRecording';

export const transcribeRecording = action({
  type: 'transcribe_recording',
  category: 'transcription',
  summary: 'Turns every recording that the call has so far into text.',
  media: 'none',
  successor: 'continue',
  runBy: 'flow-manager',
  onFailure: ignoresError('bin-flow-manager/pkg/activeflowhandler/execute.go:307-312'),
  billed: billed('the minutes that are transcribed'),
  retiredNames: ['recording_to_text'],
  options: transcribeOptions(handler, {
    notes: ['Recordings are transcribed for both sides, whatever is set.'],
  }),
  sets: ['voipbin.transcribe.*'],
  notes: [
    'It does nothing where no call runs the flow.',
    'VoIPbin takes one recording after another, up to 30 s each.',
  ],
  label: ['language'],
  example: { type: 'transcribe_recording', option: { language: 'en-US' } },
  followedBy: ['hangup', 'webhook_send'],
  source: 'bin-flow-manager/models/action/option.go OptionTranscribeRecording',
});
