import type { Quirk } from './quirk';

export const datetimeOmittedIsZero = {
  name: 'datetime-omitted-is-zero',
  documented: 'The documentation does not mention a `condition_datetime` without `hour` or `minute`.',
  observed: 'An omitted `hour` or `minute` is compared as 0; only -1 leaves it out.',
  source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleConditionDatetime; seen by running it',
  deviates: false,
} as const satisfies Quirk;
