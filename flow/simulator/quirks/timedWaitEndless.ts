import type { Quirk } from './quirk';

export const timedWaitEndless = {
  name: 'timed-wait-endless',
  documented: 'A `sleep`, a `digits_receive` or an `echo` ends when its time is over.',
  observed:
    'Its time may never end it. VoIPbin keeps the time stamp of the action in nanoseconds and sends it in microseconds. It then checks whether the two are equal.',
  source:
    'bin-call-manager/pkg/callhandler/action.go:196,257-259; bin-common-handler/pkg/requesthandler/call_calls.go:58; read, not seen',
  deviates: false,
  suspected: true,
} as const satisfies Quirk;
