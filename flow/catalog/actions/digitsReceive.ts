import { action } from '../action';
import { integer, text } from '../declare';

const digit = 'bin-call-manager/pkg/callhandler/digit.go';
const handler = 'bin-call-manager/pkg/callhandler/action.go';

export const digitsReceive = action({
  type: 'digits_receive',
  category: 'media',
  summary: 'Waits for keys that the caller presses.',
  media: 'rtc',
  waits: 'until enough keys are pressed, the end key is pressed or the time is up',
  successor: 'continue',
  runBy: 'call-manager',
  retiredNames: ['dtmf_receive'],
  alsoCalled: ['gather', 'collect_digits', 'get_digits', 'dtmf', 'input'],
  options: {
    duration: integer({
      doc: 'How long the call waits in total, not for each key.',
      unit: 'ms',
      min: 0,
      required: true,
      whenMissing: {
        effect: 'no-op',
        doc: 'The time is up at once: the caller cannot press a key.',
        source: `${handler}:624-627 actionExecuteDigitsReceive`,
      },
      alsoCalled: ['timeout', 'seconds'],
      notes: ['A value below 1000 is less than a second; usually seconds were meant.'],
      example: 5000,
    }),
    length: integer({
      doc: 'How many keys end the wait. 0 means any number.',
      unit: 'digits',
      min: 0,
      default: 0,
      whenMissing: {
        effect: 'default',
        doc: 'Any number of keys may come: only `key` or the end of `duration` ends the wait.',
        source: `${digit}:190-194 checkDigitsCondition`,
      },
      alsoCalled: ['max_digits', 'num_digits', 'max_length'],
      quirks: [
        {
          documented: 'Without `length` one key ends the wait.',
          observed: 'Without `length` the number of keys has no limit.',
          source: `${digit}:190-194 checkDigitsCondition`,
        },
      ],
      example: 1,
    }),
    key: text({
      doc: 'The keys that end the wait. Each character is one of them.',
      format: 'dtmf',
      default: '',
      whenMissing: { effect: 'default', doc: 'No key ends the wait.', source: `${digit}:196-202 checkDigitsCondition` },
      alsoCalled: ['end_key', 'finish_on_key'],
      notes: ['Any one of several characters ends the wait.'],
      quirks: [
        {
          documented:
            'The documentation says in one place that the variable has the end key, and in another that it does not.',
          observed: 'The end key is the last character of `voipbin.call.digits`.',
          source: `${digit}:44-52 digitsReceived`,
        },
      ],
      example: '#',
    }),
  },
  removedOptions: { terminator: { successor: 'key', doc: 'Replaced by `key`.' } },
  sets: ['voipbin.call.digits'],
  reads: ['voipbin.call.digits'],
  notes: [
    'Each key is added to `voipbin.call.digits`, which is not emptied first. Keys of an earlier `digits_receive` count and may end the wait at once. A `branch` on the variable empties it, and so does `variable_set`.',
    'A key pressed during an earlier `talk`, `play` or `sleep` counts too; only the last one is kept.',
    'It does not answer the call.',
  ],
  label: ['length', 'duration', 'key'],
  example: { type: 'digits_receive', option: { duration: 5000, length: 1 } },
  followedBy: ['branch', 'condition_variable'],
  source: 'bin-flow-manager/models/action/option.go:240 OptionDigitsReceive',
});
