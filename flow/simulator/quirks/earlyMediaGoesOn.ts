import type { Quirk } from './quirk';

export const earlyMediaGoesOn = {
  name: 'early-media-goes-on',
  documented: 'With `early_media` the caller stays in the bridge when the called parties have left.',
  observed: 'The flow may continue then.',
  source: 'bin-call-manager/pkg/callhandler/outgoing_call.go; read, not seen',
  deviates: false,
  suspected: true,
} as const satisfies Quirk;
