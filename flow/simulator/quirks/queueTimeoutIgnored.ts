import type { Quirk } from './quirk';

export const queueTimeoutIgnored = {
  name: 'queue-timeout-ignored',
  documented: 'A queue returns the call after its wait timeout, and the flow continues.',
  observed:
    'A queue does not return the call, so the caller keeps waiting. Its wait flow is a separate list that the engine refuses to leave.',
  source:
    'bin-flow-manager/pkg/activeflowhandler/activeflow.go:110 ServiceStop; bin-queue-manager/pkg/queuecallhandler; seen by running it',
  deviates: true,
} as const satisfies Quirk;
