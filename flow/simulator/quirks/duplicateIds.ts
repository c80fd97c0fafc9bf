import type { Quirk } from './quirk';

export const duplicateIds = {
  name: 'duplicate-ids',
  documented: 'Ids must be unique; the documentation does not say what happens otherwise.',
  observed:
    'The first action with an id runs instead of the others. The list continues after the first, and the others never run.',
  source: 'bin-flow-manager/pkg/stackmaphandler/action.go findAction; seen by running it',
  deviates: false,
} as const satisfies Quirk;
