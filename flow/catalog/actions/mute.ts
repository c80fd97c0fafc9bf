import { action } from '../action';

export const mute = action({
  type: 'mute',
  category: 'call-control',
  summary: 'Does nothing: VoIPbin accepts it but has not implemented it.',
  media: 'rtc',
  successor: 'continue',
  runBy: 'call-manager',
  noop: {
    documented: 'It mutes the call.',
    observed: 'VoIPbin skips it. `POST /calls/{id}/mute` mutes a call.',
    source:
      'bin-call-manager/pkg/callhandler/action.go:138-149 actionExecute; bin-flow-manager/pkg/activeflowhandler/execute.go:160-338',
  },
  options: {},
  example: { type: 'mute' },
  source: 'bin-flow-manager/models/action/action.go TypeMute',
});
