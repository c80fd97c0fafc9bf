import { action } from '../action';
import { comparison } from '../comparison';
import { choice, integer, number, text } from '../declare';
import { falseTarget } from '../falseTarget';

const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go';

export const conditionVariable = action({
  type: 'condition_variable',
  category: 'flow-control',
  summary: 'Tests a value, usually of a variable.',
  media: 'none',
  successor: 'continue',
  runBy: 'flow-manager',
  testsVariable: true,
  alsoCalled: ['condition', 'if', 'compare'],
  options: {
    condition: comparison({
      doc: 'How the two values are compared: `variable` is on the left, the value that `value_type` selects on the right.',
      example: '==',
    }),
    variable: text({
      doc: 'The value to test. `${name}` inserts the value of a variable.',
      required: true,
      whenMissing: {
        effect: 'default',
        doc: 'An empty string is tested.',
        source: `${handler}:391,394,402 actionHandleConditionVariable`,
        surprises: true,
      },
      alsoCalled: ['name', 'value', 'key'],
      notes: ['`branch` is the other way round: its `variable` expects the bare name.'],
      quirks: [
        {
          documented: 'The name of a variable belongs here.',
          observed: 'A bare name is compared as it is written; only `${name}` gives the value of the variable.',
          source: `${handler}:365-426 actionHandleConditionVariable`,
        },
      ],
      example: '${voipbin.call.digits}',
    }),
    value_type: choice({
      doc: 'What is compared, and with which option.',
      values: {
        string: 'The text with `value_string`, byte by byte; "10" is less than "9".',
        number: 'The number in the text with `value_number`. A text that is not a number makes the test false.',
        length: 'The length of the text in bytes with `value_length`.',
      },
      required: true,
      whenMissing: {
        effect: 'always-false',
        doc: 'The test is always false, and the flow jumps to `false_target_id`.',
        source: `${handler}:389-403 actionHandleConditionVariable; bin-flow-manager/models/action/common.go:44-46`,
      },
      example: 'string',
    }),
    value_string: text({
      doc: 'The text to compare with, for `value_type` "string".',
      default: '',
      whenMissing: { effect: 'default', doc: 'The comparison is with an empty string.', source: `${handler}:391` },
    }),
    value_number: number({
      doc: 'The number to compare with, for `value_type` "number". It has about seven exact digits.',
      default: 0,
      whenMissing: { effect: 'default', doc: 'The comparison is with 0.', source: `${handler}:399` },
    }),
    value_length: integer({
      doc: 'The number of bytes to compare with, for `value_type` "length". Letters beyond ASCII have more than one.',
      unit: 'bytes',
      default: 0,
      whenMissing: { effect: 'default', doc: 'The comparison is with a length of 0.', source: `${handler}:402` },
    }),
    false_target_id: falseTarget,
  },
  notes: ['Go\'s rules for numbers apply: "007", "+5" and "5e0" are numbers, " 5" and "1,5" are not.'],
  label: ['variable', 'condition', 'value_string', 'value_number', 'value_length'],
  example: {
    type: 'condition_variable',
    option: {
      condition: '==',
      variable: '${voipbin.call.source.target}',
      value_type: 'string',
      value_string: '+15550100002',
      false_target_id: '0d7b5a2c-8e46-4c19-b3f0-71a9e4d62c58',
    },
  },
  followedBy: ['talk', 'connect'],
  source: 'bin-flow-manager/models/action/option.go:182 OptionConditionVariable',
});
