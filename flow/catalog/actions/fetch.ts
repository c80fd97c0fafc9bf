import { action } from '../action';
import { choice, text } from '../declare';

const handler = 'bin-flow-manager/pkg/actionhandler/action.go';

export const fetch = action({
  type: 'fetch',
  category: 'flow-control',
  summary: 'Asks your server for actions and runs them.',
  media: 'none',
  waits: 'until your server has answered, without a time limit',
  successor: 'continue',
  runBy: 'flow-manager',
  nested: {
    doc: 'The actions that your server answered run before the next action.',
    source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:75-98 actionHandleFetch',
    foreign: true,
  },
  setsAnything: true,
  retiredNames: ['patch'],
  options: {
    event_url: text({
      doc: 'The URL to request.',
      format: 'url',
      required: true,
      whenMissing: {
        effect: 'abort-flow',
        doc: 'No request can be sent: the flow stops, and VoIPbin hangs up the call.',
        source: `${handler}:103-116`,
      },
      example: 'https://example.com/next-actions',
    }),
    event_method: choice({
      doc: 'The HTTP method of the request.',
      values: {
        GET: 'Sends a GET request, also with a body.',
        POST: 'Sends a POST request. Use this one: the request has a body.',
      },
      open: true,
      default: 'GET',
      whenMissing: { effect: 'default', doc: '`GET` is used.', source: `${handler}:103` },
      notes: ['VoIPbin sends the text as it is, so other methods work too.'],
    }),
  },
  // bin-flow-manager/pkg/actionhandler/action.go:73-138 ActionFetchGet
  notes: [
    'The body of the request is a JSON object with `activeflow_id` and `reference_id`.',
    'The answer has status 200 and is a JSON array of actions. An object with `actions` in it stops the flow.',
    'VoIPbin neither checks the answered actions nor gives them ids. If the first has no id, none of them runs. If a later one has no id, the flow ends there. An id that is not a UUID stops the flow.',
    'VoIPbin silently skips answered actions of an unknown type.',
  ],
  label: ['event_url'],
  example: { type: 'fetch', option: { event_url: 'https://example.com/next-actions', event_method: 'POST' } },
  followedBy: ['hangup', 'talk'],
  source: 'bin-flow-manager/models/action/option.go OptionFetch',
});
