import { action } from '../action';

export const transcribeStop = action({
  type: 'transcribe_stop',
  category: 'transcription',
  summary: 'Does nothing: VoIPbin accepts it but has not implemented it.',
  media: 'rtc',
  successor: 'continue',
  runBy: 'call-manager',
  noop: {
    documented: 'It ends the transcription.',
    observed: 'VoIPbin skips it. A transcription ends with the call, or through `POST /transcribes/{id}/stop`.',
    source:
      'bin-call-manager/pkg/callhandler/action.go:138-149 actionExecute; bin-flow-manager/pkg/activeflowhandler/execute.go:160-338',
  },
  options: {},
  example: { type: 'transcribe_stop' },
  source: 'bin-flow-manager/models/action/option.go OptionTranscribeStop',
});
