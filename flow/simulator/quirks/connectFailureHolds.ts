import type { Quirk } from './quirk';

export const connectFailureHolds = {
  name: 'connect-failure-holds',
  documented: 'If the only party of a `connect` is busy or does not answer, the flow continues.',
  observed:
    'The caller may stay alone in the bridge: the engine stores that the flow should continue but never reads it.',
  source: 'bin-call-manager/pkg/callhandler/outgoing_call.go:282 execute_next_master_on_hangup; read, not seen',
  deviates: false,
  suspected: true,
} as const satisfies Quirk;
