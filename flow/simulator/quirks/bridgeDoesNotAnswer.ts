import type { Quirk } from './quirk';

export const bridgeDoesNotAnswer = {
  name: 'bridge-does-not-answer',
  documented: 'The bridge of a `connect` or of a queue answers the call.',
  observed: 'Joining that bridge may leave the call unanswered.',
  source: 'bin-call-manager/pkg/confbridgehandler/joined.go joinedTypeConnect; read, not seen',
  deviates: false,
  suspected: true,
} as const satisfies Quirk;
