import type { Quirk } from './quirk';

export const queueTimeoutIgnored = {
  name: 'queue-timeout-ignored',
  documented: 'A queue gives the call back when the wait timeout is over, and the flow goes on.',
  observed:
    'A queue does not give the call back: its wait flow is a list of its own, the engine refuses to leave it, and the caller goes on waiting.',
  source:
    'bin-flow-manager/pkg/activeflowhandler/activeflow.go:110 ServiceStop; bin-queue-manager/pkg/queuecallhandler; seen by running it',
  deviates: true,
} as const satisfies Quirk;
