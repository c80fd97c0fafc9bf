import type { Quirk } from './quirk';

export const nextIdUnknownEndsQuietly = {
  name: 'next-id-unknown-ends-quietly',
  documented: 'A `next_id` that no action has is the error "action not found in flow".',
  observed: 'A `next_id` that no action has ends the flow without an error.',
  source: 'bin-flow-manager/pkg/stackmaphandler/action.go GetNextAction; seen by running it',
  deviates: false,
} as const satisfies Quirk;
