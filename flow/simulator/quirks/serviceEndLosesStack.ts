import type { Quirk } from './quirk';

export const serviceEndLosesStack = {
  name: 'service-end-loses-stack',
  documented: 'After a queue, a conference or an AI session that is the last action of its list the flow finishes.',
  observed: 'The engine ends with the error "no more stack left" there. VoIPbin hangs up the call anyway.',
  source: 'bin-flow-manager/pkg/activeflowhandler/activeflow.go ServiceStop; seen by running it',
  deviates: true,
} as const satisfies Quirk;
