import type { Quirk } from './quirk';

export const serviceEndLosesStack = {
  name: 'service-end-loses-stack',
  documented: 'After a queue, a conference or an AI session that is the last action of its list the flow finishes.',
  observed: 'There the engine ends with the error "no more stack left". The caller is hung up all the same.',
  source: 'bin-flow-manager/pkg/activeflowhandler/activeflow.go ServiceStop; seen by running it',
  deviates: true,
} as const satisfies Quirk;
