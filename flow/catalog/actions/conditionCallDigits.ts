import { action } from '../action';
import { integer, text } from '../declare';
import { falseTarget } from '../falseTarget';

const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go';

export const conditionCallDigits = action({
  type: 'condition_call_digits',
  category: 'flow-control',
  summary: 'Tests the keys that the caller has pressed so far.',
  media: 'rtc',
  successor: 'continue',
  runBy: 'flow-manager',
  deprecated: 'Use `condition_variable` with `variable` "${voipbin.call.digits}".',
  options: {
    length: integer({
      doc: 'The test is true when the caller has pressed at least this many keys.',
      unit: 'digits',
      whenMissing: {
        effect: 'none',
        doc: 'The number of keys is not tested.',
        source: `${handler}:165 actionHandleConditionCallDigits`,
      },
      example: 4,
    }),
    key: text({
      doc: 'The test is true when this text is among the keys that the caller has pressed.',
      whenMissing: {
        effect: 'none',
        doc: 'The keys are not searched.',
        source: `${handler}:168 actionHandleConditionCallDigits`,
      },
      notes: ['One of `length` and `key` is enough for a true test; without both it is always false.'],
      example: '#',
    }),
    false_target_id: falseTarget,
  },
  reads: ['voipbin.call.digits'],
  label: ['length', 'key'],
  example: {
    type: 'condition_call_digits',
    option: { length: 4, false_target_id: '2f84c6d1-7a0e-4b93-95c8-e06d1b3f7a42' },
  },
  followedBy: ['branch', 'talk'],
  source: 'bin-flow-manager/models/action/option.go:154 OptionConditionCallDigits',
});
