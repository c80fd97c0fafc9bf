import { action } from '../action';
import { integer } from '../declare';

export const streamEcho = action({
  type: 'stream_echo',
  category: 'media',
  summary: 'Sends the audio stream back as it came, including the tones of keys.',
  media: 'rtc',
  waits: 'for the given time',
  successor: 'continue',
  runBy: 'call-manager',
  options: {
    duration: integer({
      doc: 'How long the stream is sent back.',
      unit: 'ms',
      default: 180_000,
      whenMissing: {
        effect: 'default',
        doc: 'The stream is sent back for 180000 ms, three minutes, also with 0 or a negative number.',
        source: 'bin-call-manager/pkg/callhandler/action.go:429-432 actionExecuteStreamEcho',
      },
      example: 10_000,
    }),
  },
  label: ['duration'],
  example: { type: 'stream_echo', option: { duration: 10_000 } },
  followedBy: ['hangup'],
  source: 'bin-flow-manager/models/action/option.go OptionStreamEcho',
});
