import { action } from '../action';
import { choice, flag } from '../field';
import { skipsAction } from '../onFailure';

export const amd = action({
  type: 'amd',
  category: 'call-control',
  summary: 'Listens whether a person or an answering machine took the call.',
  media: 'rtc',
  waits: 'until the verdict is there, unless `async` is true',
  successor: 'continue',
  onFailure: skipsAction,
  alsoCalled: ['machine_detection', 'answering_machine_detection'],
  options: {
    machine_handle: choice({
      doc: 'What happens when a machine took the call.',
      values: {
        hangup: 'The call is hung up with the hangup reason `amd`.',
        continue: 'Nothing happens; the flow goes on as with a person.',
      },
      default: 'continue',
      whenMissing: {
        effect: 'default',
        doc: 'The flow goes on whoever took the call; any text but `hangup` means the same.',
        source: 'bin-call-manager/pkg/callhandler/start_service.go:61',
      },
      example: 'hangup',
    }),
    async: flag({
      doc: 'With `true` the next action runs while the detector still listens; with `false` the flow waits for it.',
      default: false,
      whenMissing: {
        effect: 'default',
        doc: 'The flow waits for the verdict.',
        source: 'bin-call-manager/pkg/callhandler/action.go:776-781 actionExecuteAMD',
      },
    }),
  },
  removedOptions: {
    sync: {
      successor: 'async',
      valueDiffers: true,
      doc: '`async` took its place and means the opposite: `sync` true is `async` false.',
    },
  },
  notes: [
    'No variable holds the verdict, so a flow cannot branch on it.',
    'With `async` and `machine_handle` "hangup", a late verdict ends the call in the middle of a later action.',
  ],
  label: ['machine_handle'],
  example: { type: 'amd', option: { machine_handle: 'hangup', async: false } },
  followedBy: ['talk', 'play'],
  source: 'bin-flow-manager/models/action/option.go:110 OptionAMD',
});
