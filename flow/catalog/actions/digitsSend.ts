import { action } from '../action';
import { integer, text } from '../declare';

const handler = 'bin-call-manager/pkg/callhandler/action.go';

export const digitsSend = action({
  type: 'digits_send',
  category: 'media',
  summary: 'Sends keys to the machine on the other side.',
  media: 'rtc',
  waits: 'for as long as the tones and pauses take',
  successor: 'continue',
  runBy: 'call-manager',
  retiredNames: ['dtmf_send'],
  alsoCalled: ['send_digits', 'send_dtmf'],
  options: {
    digits: text({
      doc: 'The keys, one after the other: 0 to 9, A to D, # and *. At most 100.',
      format: 'dtmf',
      max: 100,
      required: true,
      whenMissing: {
        effect: 'skip-action',
        doc: 'VoIPbin has nothing to send: the next action runs.',
        source: `${handler}:642-652 actionExecuteDigitsSend`,
      },
      quirks: [
        {
          documented: 'More than 100 keys are not allowed.',
          observed: 'The engine does not count them.',
          source: `${handler}:632-660 actionExecuteDigitsSend`,
        },
      ],
      example: '1234#',
    }),
    duration: integer({
      doc: 'How long each tone lasts, 100 to 1000 ms.',
      unit: 'ms',
      min: 100,
      max: 1000,
      whenMissing: {
        effect: 'default',
        doc: 'It counts as 0 ms: the flow continues at once, while the tones may still sound.',
        source: `${handler}:643,649 actionExecuteDigitsSend`,
      },
      quirks: [
        {
          documented: 'Values outside 100 to 1000 are not allowed.',
          observed: 'The engine does not refuse them.',
          source: `${handler}:632-660 actionExecuteDigitsSend`,
        },
      ],
      example: 250,
    }),
    interval: integer({
      doc: 'How long the pause between two tones lasts, 0 to 5000 ms.',
      unit: 'ms',
      min: 0,
      max: 5000,
      default: 0,
      whenMissing: {
        effect: 'default',
        doc: 'The tones follow each other without a pause.',
        source: `${handler}:643,650-652 actionExecuteDigitsSend`,
      },
      example: 100,
    }),
  },
  removedOptions: { dtmfs: { successor: 'digits', doc: 'Replaced by `digits`.' } },
  notes: [
    'The wait is computed from the number of keys, `duration` and `interval`; no event says when the last tone ended.',
  ],
  label: ['digits'],
  example: { type: 'digits_send', option: { digits: '1234#', duration: 250, interval: 100 } },
  followedBy: ['talk', 'sleep', 'connect'],
  source: 'bin-flow-manager/models/action/option.go:247 OptionDigitsSend',
});
