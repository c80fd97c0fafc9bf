import type { Quirk } from './quirk';

export const textIdDropped = {
  name: 'text-id-dropped',
  documented: 'One page recommends readable ids, another one requires UUIDs.',
  observed: 'Saving drops an id that is not a UUID. An option that names it cannot be read when the action runs.',
  source: 'bin-api-manager/server/main.go ConvertFlowManagerAction; seen by running it',
  deviates: false,
} as const satisfies Quirk;
