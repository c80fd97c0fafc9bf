import type { Quirk } from './quirk';

export const weekdaysAbort = {
  name: 'weekdays-abort',
  documented: '`weekdays` restricts a `condition_datetime` to days of the week.',
  observed:
    'Any non-empty `weekdays` stops the flow: substitution turns the numbers into strings, which then cannot be read as numbers.',
  source:
    'bin-flow-manager/pkg/variablehandler/substitute.go resolveValue; bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleConditionDatetime; seen by running it',
  deviates: true,
} as const satisfies Quirk;
