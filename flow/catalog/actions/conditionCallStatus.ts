import { action } from '../action';
import { choice } from '../declare';
import { falseTarget } from '../falseTarget';

export const conditionCallStatus = action({
  type: 'condition_call_status',
  category: 'flow-control',
  summary: 'Tests the status of the call.',
  media: 'rtc',
  successor: 'continue',
  runBy: 'flow-manager',
  deprecated:
    'There is no replacement. The documentation names `condition_variable`, but no variable has the status of the call.',
  options: {
    status: choice({
      doc: 'The status that the call must have for the test to be true.',
      values: {
        dialing: 'The outgoing call is on its way.',
        ringing: 'The other side rings.',
        progressing: 'The call was answered.',
        terminating: 'The call is being hung up.',
        canceling: 'The call is being cancelled before an answer.',
        hangup: 'The call is over.',
      },
      required: true,
      whenMissing: {
        effect: 'default',
        doc: 'Without a status that calls have, the test is always false, and the flow jumps to `false_target_id`.',
        source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:219 actionHandleConditionCallStatus',
        surprises: true,
      },
      example: 'progressing',
    }),
    false_target_id: falseTarget,
  },
  notes: [
    'After a `connect` the caller’s own call is still `progressing`. So the test does not say whether the other party answered.',
  ],
  quirks: [
    {
      documented: 'After a `connect` it says whether the transfer worked, so that voicemail can follow.',
      observed: 'The caller’s own call stays `progressing` whether or not the other party answered.',
      source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:189-238,473-604 actionHandleConnect',
    },
  ],
  label: ['status'],
  example: {
    type: 'condition_call_status',
    option: { status: 'progressing', false_target_id: 'b3d07e95-5c12-4f8a-a6e4-09d8f1c2b73e' },
  },
  followedBy: ['talk', 'hangup'],
  source: 'bin-flow-manager/models/action/option.go:162 OptionConditionCallStatus',
});
