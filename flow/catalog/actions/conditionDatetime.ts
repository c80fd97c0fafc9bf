import { action } from '../action';
import { comparison } from '../comparison';
import { integer, list } from '../declare';
import { falseTarget } from '../falseTarget';

const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go';

const zeroIsCompared = (name: string, lines: string) =>
  ({
    effect: 'default',
    doc: `The ${name} counts as 0 and is compared. Write -1 to leave it out.`,
    source: `${handler}:${lines} actionHandleConditionDatetime`,
    surprises: true,
  }) as const;

const notCompared = (name: string, line: string) =>
  ({
    effect: 'none',
    doc: `The ${name} is not compared; 0 and -1 mean the same.`,
    source: `${handler}:${line} actionHandleConditionDatetime`,
  }) as const;

export const conditionDatetime = action({
  type: 'condition_datetime',
  category: 'flow-control',
  summary: 'Tests the current time, in UTC.',
  media: 'none',
  successor: 'continue',
  runBy: 'flow-manager',
  alsoCalled: ['condition_time', 'time_condition', 'business_hours', 'schedule'],
  options: {
    condition: comparison({
      doc: 'How each given part of the time is compared. The option is on the left, the current time on the right.',
      quirks: [
        {
          documented: 'The current time is on the left: ">=" with hour 9 is true from 9 o\'clock on.',
          observed:
            'The option is on the left: ">=" with hour 9 is true while the hour is 9 or less. With "==" and "!=" the side makes no difference.',
          source: `${handler}:288,302,316,330 actionHandleConditionDatetime`,
        },
      ],
      example: '==',
    }),
    minute: integer({
      doc: 'The minute of the hour, 0 to 59; -1 leaves it out.',
      unit: 'minute',
      min: -1,
      max: 59,
      default: 0,
      whenMissing: zeroIsCompared('minute', '328-330'),
      example: -1,
    }),
    hour: integer({
      doc: 'The hour of the day in UTC, 0 to 23; -1 leaves it out.',
      unit: 'hour',
      min: -1,
      max: 23,
      default: 0,
      whenMissing: zeroIsCompared('hour', '314-316'),
      example: -1,
    }),
    day: integer({
      doc: 'The day of the month, 1 to 31, in UTC.',
      unit: 'day',
      min: -1,
      max: 31,
      whenMissing: notCompared('day', '301'),
      example: 25,
    }),
    month: integer({
      doc: 'The month, 1 to 12, in UTC.',
      unit: 'month',
      min: -1,
      max: 12,
      whenMissing: notCompared('month', '287'),
      example: 12,
    }),
    weekdays: list(integer({ doc: 'A day of the week: 0 is Sunday, 6 is Saturday.', min: 0, max: 6, required: true }), {
      doc: 'The days of the week on which the test can be true: 0 is Sunday, 6 is Saturday.',
      whenMissing: {
        effect: 'none',
        doc: 'Every day counts, also with an empty list.',
        source: `${handler}:268-283 actionHandleConditionDatetime`,
      },
      broken: 'Any day in the list stops the flow and drops the call. Leave the list empty.',
      quirks: [
        {
          documented: 'The list limits the test to these days, as in opening hours.',
          observed:
            'Replacing variables turns the numbers of the list into strings, which the action cannot read: the flow stops.',
          source: `bin-flow-manager/pkg/variablehandler/substitute.go:124-125; ${handler}:256-259`,
        },
      ],
    }),
    false_target_id: falseTarget,
  },
  notes: [
    'Each part is compared on its own, not as one point in time. Between 9:30 and 8:45 neither "<=" nor ">=" holds: the hour of the first is later, its minute is earlier.',
    "VoIPbin's OpenAPI document does not describe the options of the `condition_*` types.",
  ],
  quirks: [
    {
      documented: 'A part that is missing, -1 or 0 is not compared.',
      observed: 'This is true for day and month. An hour or minute of 0 is compared; only -1 leaves it out.',
      source: `${handler}:287,301,314-316,328-330 actionHandleConditionDatetime`,
    },
  ],
  label: ['condition', 'month', 'day', 'hour', 'minute'],
  example: {
    type: 'condition_datetime',
    option: {
      condition: '==',
      month: 12,
      day: 25,
      hour: -1,
      minute: -1,
      false_target_id: '9c61e8f4-d2a7-4350-8b1f-46e5a0c7d39b',
    },
  },
  followedBy: ['talk', 'connect'],
  source: 'bin-flow-manager/models/action/option.go:169 OptionConditionDatetime',
});
