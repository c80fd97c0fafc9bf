import { action } from '../action';
import { choice, resourceId } from '../declare';

const handler = 'bin-call-manager/pkg/callhandler';

export const hangup = action({
  type: 'hangup',
  category: 'call-control',
  summary: 'Ends the call.',
  media: 'rtc',
  successor: 'terminate',
  runBy: 'call-manager',
  retiredNames: ['hangup_relay'],
  alsoCalled: ['end', 'disconnect', 'reject', 'hang_up'],
  options: {
    reason: choice({
      doc: 'The reason that the other party’s network gets, as its cause code.',
      values: {
        normal: 'An ordinary end.',
        failed: 'The called party does not respond.',
        busy: 'The called party is busy.',
        cancel: 'An ordinary end.',
        timeout: 'An ordinary end.',
        noanswer: 'The called party does not answer.',
        dialout: 'The called party does not answer.',
        amd: 'A machine was detected.',
      },
      default: 'normal',
      whenMissing: {
        effect: 'default',
        doc: '`normal` is used, as for an unknown value.',
        source: `${handler}/action.go:476-481 actionExecuteHangup; bin-call-manager/models/call/call.go:161-169,474-492`,
      },
    }),
    reference_id: resourceId('call', {
      doc: 'A call that has ended. The other party gets its cause, and VoIPbin does not read `reason`.',
      whenMissing: {
        effect: 'none',
        doc: '`reason` decides.',
        source: `${handler}/action.go:464-472 actionExecuteHangup; ${handler}/hangup.go:246-282 hangingupWithReference`,
      },
      notes: ['When the call is unknown or still in progress, `normal` is used.'],
    }),
  },
  notes: [
    'It is skipped where no call runs the flow; `stop` ends the flow there.',
    'A flow does not need it at its end: VoIPbin hangs up after the last action.',
    'With an option that cannot be read the call is not hung up, and the next action runs.',
  ],
  label: ['reason'],
  example: { type: 'hangup' },
  source: 'bin-flow-manager/models/action/option.go OptionHangup',
});
