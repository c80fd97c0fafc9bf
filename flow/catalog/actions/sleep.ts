import { action } from '../action';
import { integer } from '../declare';

export const sleep = action({
  type: 'sleep',
  category: 'flow-control',
  summary: 'Waits before the next action.',
  media: 'rtc',
  waits: 'for the given time',
  successor: 'continue',
  runBy: 'call-manager',
  alsoCalled: ['wait', 'pause', 'delay'],
  options: {
    duration: integer({
      doc: 'How long the call waits.',
      unit: 'ms',
      min: 0,
      required: true,
      whenMissing: {
        effect: 'no-op',
        doc: 'The wait lasts 0 ms: the next action runs at once.',
        source: 'bin-call-manager/pkg/callhandler/action.go:801 actionExecuteSleep',
      },
      alsoCalled: ['seconds', 'time'],
      example: 3000,
    }),
  },
  notes: ['VoIPbin skips `sleep` in a flow without a call.'],
  label: ['duration'],
  example: { type: 'sleep', option: { duration: 3000 } },
  followedBy: ['hangup', 'talk'],
  source: 'bin-flow-manager/models/action/option.go OptionSleep',
});
