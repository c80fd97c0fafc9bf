import { action } from '../action';

const media = 'bin-call-manager/pkg/callhandler/media.go';

export const answer = action({
  type: 'answer',
  category: 'call-control',
  summary: 'Answers an incoming call.',
  media: 'rtc',
  successor: 'continue',
  runBy: 'call-manager',
  alsoCalled: ['pickup', 'accept'],
  options: {},
  notes: ['On an answered call it has no effect.'],
  quirks: [
    {
      documented: '`talk` and `play` need an `answer` before them.',
      observed: '`talk` answers by itself; only `play` does not.',
      source: `${media}:32-38,76-110`,
    },
    {
      documented: 'An outgoing call begins with `answer`.',
      observed:
        'The flow of an outgoing call starts when the called party has answered. So `answer` does nothing there, unless `early_execution` starts the flow earlier.',
      source: 'bin-call-manager/pkg/callhandler/status.go:35-38,92-97',
    },
  ],
  example: { type: 'answer' },
  followedBy: ['talk', 'play', 'digits_receive'],
  source: 'bin-flow-manager/models/action/option.go:116 OptionAnswer',
});
