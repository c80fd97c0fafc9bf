import { action } from '../action';
import { integer } from '../declare';

export const echo = action({
  type: 'echo',
  category: 'media',
  summary: "Plays the caller's own voice back.",
  media: 'rtc',
  waits: 'for the given time',
  successor: 'continue',
  runBy: 'call-manager',
  options: {
    duration: integer({
      doc: 'How long the caller hears the echo.',
      unit: 'ms',
      default: 180_000,
      whenMissing: {
        effect: 'default',
        doc: 'The echo lasts 180000 ms, three minutes, also with 0 or a negative number.',
        source: 'bin-call-manager/pkg/callhandler/action.go:349-352 actionExecuteEcho',
      },
      example: 30_000,
    }),
  },
  label: ['duration'],
  example: { type: 'echo', option: { duration: 30_000 } },
  followedBy: ['hangup'],
  source: 'bin-flow-manager/models/action/option.go OptionEcho',
});
