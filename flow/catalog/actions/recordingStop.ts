import { action } from '../action';
import { ignoresError } from '../onFailure';

export const recordingStop = action({
  type: 'recording_stop',
  category: 'media',
  summary: 'Ends the recording of the call.',
  media: 'rtc',
  successor: 'continue',
  onFailure: ignoresError('bin-call-manager/pkg/callhandler/action.go:578-582 actionExecuteRecordingStop'),
  retiredNames: ['record_stop'],
  alsoCalled: ['stop_recording', 'recording_end'],
  options: {},
  example: { type: 'recording_stop' },
  followedBy: ['talk', 'hangup', 'email_send'],
  source: 'bin-flow-manager/models/action/option.go OptionRecordingStop',
});
