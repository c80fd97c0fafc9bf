import { action } from '../action';

export const beep = action({
  type: 'beep',
  category: 'media',
  summary: 'Plays a short tone.',
  media: 'rtc',
  waits: 'until the tone has played',
  heard: 'tone',
  successor: 'continue',
  runBy: 'call-manager',
  alsoCalled: ['tone'],
  options: {},
  notes: ['It does not answer the call.'],
  example: { type: 'beep' },
  followedBy: ['recording_start', 'digits_receive'],
  source: 'bin-flow-manager/models/action/option.go:121 OptionBeep',
});
