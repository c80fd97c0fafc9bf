import type { Quirk } from './quirk';

export const connectFailureHolds = {
  name: 'connect-failure-holds',
  documented: 'After a `connect` whose only party is busy or does not answer the flow goes on.',
  observed: 'The caller may stay alone in the bridge: what would let the flow go on is written and never read.',
  source: 'bin-call-manager/pkg/callhandler/outgoing_call.go:282 execute_next_master_on_hangup; read, not seen',
  deviates: false,
  suspected: true,
} as const satisfies Quirk;
