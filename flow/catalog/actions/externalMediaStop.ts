import { action } from '../action';

export const externalMediaStop = action({
  type: 'external_media_stop',
  category: 'media',
  summary: 'Ends all streams of the call to and from media servers.',
  media: 'rtc',
  successor: 'continue',
  runBy: 'call-manager',
  options: {},
  quirks: [
    {
      documented: 'The example ends in a comma before the closing brace.',
      observed: 'The API refuses such text: it is not JSON.',
      source: 'bin-api-manager/docsdev/source/flow_struct_action.rst:926-928',
    },
  ],
  example: { type: 'external_media_stop' },
  followedBy: ['talk', 'hangup'],
  source: 'bin-flow-manager/models/action/option.go OptionExternalMediaStop',
});
