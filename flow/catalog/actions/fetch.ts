import { action } from '../action';
import { choice, text } from '../field';
import { stopsFlow } from '../onFailure';

const handler = 'bin-flow-manager/pkg/actionhandler/action.go';

export const fetch = action({
  type: 'fetch',
  category: 'flow-control',
  summary: 'Asks your server for actions and runs them.',
  media: 'none',
  waits: 'until your server has answered, however long that takes',
  successor: 'continue',
  onFailure: stopsFlow,
  nested: {
    doc: 'The actions that your server answered run before the next action.',
    source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:75-98 actionHandleFetch',
  },
  retiredNames: ['patch'],
  options: {
    event_url: text({
      doc: 'The URL that is asked.',
      format: 'url',
      required: true,
      whenMissing: {
        effect: 'abort-flow',
        doc: 'No request can be sent: the flow stops and the call is hung up.',
        source: `${handler}:103-116`,
      },
      example: 'https://example.com/next-actions',
    }),
    event_method: choice({
      doc: 'The HTTP method of the request.',
      values: {
        GET: 'Sends a GET request, with a body all the same.',
        POST: 'Sends a POST request. It is the one to use, as the request has a body.',
      },
      open: true,
      default: 'GET',
      whenMissing: { effect: 'default', doc: '`GET` is used.', source: `${handler}:103` },
      notes: ['The text is sent as it stands, so other methods work too.'],
    }),
  },
  // bin-flow-manager/pkg/actionhandler/action.go:73-138 ActionFetchGet
  notes: [
    'The body of the request is a JSON object with `activeflow_id` and `reference_id`.',
    'The answer has status 200 and is a JSON array of actions. An object with `actions` in it stops the flow.',
    'VoIPbin neither checks the answered actions nor gives them ids. Without an id on the first one none of them run; without one on a later one the flow ends there; an id that is no UUID stops the flow.',
    'Answered actions of an unknown type are skipped without a word.',
  ],
  label: ['event_url'],
  example: { type: 'fetch', option: { event_url: 'https://example.com/next-actions', event_method: 'POST' } },
  followedBy: ['hangup', 'talk'],
  source: 'bin-flow-manager/models/action/option.go OptionFetch',
});
