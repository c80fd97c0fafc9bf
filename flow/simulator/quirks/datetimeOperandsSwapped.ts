import type { Quirk } from './quirk';

export const datetimeOperandsSwapped = {
  name: 'datetime-operands-swapped',
  documented: 'A `condition_datetime` asks whether the current time stands in the given relation to its options.',
  observed:
    'A `condition_datetime` asks it the other way round, whether its options stand in the relation to the current time: `>=` and hour 9 hold up to 9 h.',
  source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleConditionDatetime; seen by running it',
  deviates: true,
} as const satisfies Quirk;
