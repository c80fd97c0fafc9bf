import type { Quirk } from './quirk';

export const duplicateIds = {
  name: 'duplicate-ids',
  documented: 'Ids have to be unique; what happens otherwise is not said.',
  observed:
    'The first action with an id stands for all that have it: the list goes on behind the first, and the others are never reached.',
  source: 'bin-flow-manager/pkg/stackmaphandler/action.go findAction; seen by running it',
  deviates: false,
} as const satisfies Quirk;
