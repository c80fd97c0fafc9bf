import { action } from '../action';
import { choice, flag } from '../declare';

export const amd = action({
  type: 'amd',
  category: 'call-control',
  summary: 'Detects whether a person or an answering machine answered the call.',
  media: 'rtc',
  waits: 'until the result is known, unless `async` is true',
  successor: 'continue',
  runBy: 'call-manager',
  alsoCalled: ['machine_detection', 'answering_machine_detection'],
  options: {
    machine_handle: choice({
      doc: 'What happens when a machine answered.',
      values: {
        hangup: 'The call is hung up with the hangup reason `amd`.',
        continue: 'Nothing happens; the flow continues as with a person.',
      },
      default: 'continue',
      whenMissing: {
        effect: 'default',
        doc: 'The flow continues in both cases; any text except `hangup` means the same.',
        source: 'bin-call-manager/pkg/callhandler/start_service.go:61',
      },
      example: 'hangup',
    }),
    async: flag({
      doc: 'With `true` the next action runs while the detector still listens; with `false` the flow waits for it.',
      default: false,
      whenMissing: {
        effect: 'default',
        doc: 'The flow waits for the result.',
        source: 'bin-call-manager/pkg/callhandler/action.go:776-781 actionExecuteAMD',
      },
    }),
  },
  removedOptions: {
    sync: {
      successor: 'async',
      valueDiffers: true,
      doc: 'Replaced by `async` with the opposite meaning: write `async` false for `sync` true.',
    },
  },
  notes: [
    'No variable has the result, so a flow cannot branch on it.',
    'With `async` and `machine_handle` "hangup", a late result ends the call during a later action.',
  ],
  label: ['machine_handle'],
  example: { type: 'amd', option: { machine_handle: 'hangup', async: false } },
  followedBy: ['talk', 'play'],
  source: 'bin-flow-manager/models/action/option.go:110 OptionAMD',
});
