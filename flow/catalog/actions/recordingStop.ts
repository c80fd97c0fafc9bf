import { action } from '../action';
import { ignoresError } from '../onFailure';

export const recordingStop = action({
  type: 'recording_stop',
  category: 'media',
  summary: 'Ends the recording of the call.',
  media: 'rtc',
  successor: 'continue',
  runBy: 'call-manager',
  onFailure: ignoresError('bin-call-manager/pkg/callhandler/action.go:578-582 actionExecuteRecordingStop'),
  retiredNames: ['record_stop'],
  alsoCalled: ['stop_recording', 'recording_end'],
  options: {},
  // bin-call-manager/pkg/callhandler/recording.go:37,93
  notes: [
    'It is needed before another `recording_start`, also when the recording has ended by itself. VoIPbin counts the call as recorded until then.',
  ],
  example: { type: 'recording_stop' },
  followedBy: ['talk', 'hangup', 'email_send'],
  source: 'bin-flow-manager/models/action/option.go OptionRecordingStop',
});
