import type { Quirk } from './quirk';

export const datetimeOperandsSwapped = {
  name: 'datetime-operands-swapped',
  documented: 'A `condition_datetime` compares the current time with its options.',
  observed: 'A `condition_datetime` compares its options with the current time: `>=` with hour 9 is true until 9:00.',
  source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleConditionDatetime; seen by running it',
  deviates: true,
} as const satisfies Quirk;
