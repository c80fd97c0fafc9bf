import { action } from '../action';
import { choice, flag, text } from '../declare';
import { ignoresError } from '../onFailure';

const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go';
const request = 'bin-common-handler/pkg/requesthandler/webhook_webhooks.go';

export const webhookSend = action({
  type: 'webhook_send',
  category: 'integration',
  summary: 'Sends an HTTP request to your server and ignores the answer.',
  media: 'none',
  successor: 'continue',
  runBy: 'flow-manager',
  onFailure: ignoresError(
    `bin-flow-manager/pkg/activeflowhandler/execute.go:327-331; ${handler}:1001-1011 actionHandleWebhookSend`,
  ),
  alsoCalled: ['webhook', 'http_request', 'http', 'post', 'notify'],
  options: {
    sync: flag({
      doc: 'With `true` the flow continues when the request is in the queue of VoIPbin, with `false` at once. It never waits for your server.',
      default: false,
      whenMissing: {
        effect: 'default',
        doc: 'The request is sent in the background.',
        source: `${handler}:1001-1011 actionHandleWebhookSend`,
      },
    }),
    uri: text({
      doc: 'The URL of your server. It starts with `http://` or `https://` and has a public address.',
      format: 'url',
      required: true,
      whenMissing: {
        effect: 'ignored',
        doc: 'VoIPbin sends no request and reports no error.',
        source: 'bin-webhook-manager/pkg/webhookhandler/urlvalidator.go:38-72',
      },
      alsoCalled: ['url', 'endpoint'],
      example: 'https://example.com/calls',
    }),
    method: choice({
      doc: 'The HTTP method of the request.',
      values: {
        POST: 'Sends `data` as the body of a POST request.',
        GET: 'Sends a GET request.',
        PUT: 'Sends `data` as the body of a PUT request.',
        DELETE: 'Sends a DELETE request.',
      },
      default: 'GET',
      whenMissing: {
        effect: 'default',
        doc: '`GET` is used.',
        source: 'bin-webhook-manager/pkg/webhookhandler/message.go:33-60',
      },
      example: 'POST',
    }),
    data_type: text({
      doc: 'The content type of the body.',
      whenMissing: {
        effect: 'none',
        doc: 'The request has no content type.',
        source: 'bin-flow-manager/models/action/option.go:395 OptionWebhookSend',
      },
      alsoCalled: ['content_type'],
      example: 'application/json',
    }),
    data: text({
      doc: 'The body of the request: the text of a JSON value.',
      format: 'json-text',
      required: true,
      whenMissing: {
        effect: 'ignored',
        doc: 'VoIPbin sends no request and reports no error, also with a text that is not JSON.',
        source: `${handler}:1002 actionHandleWebhookSend; ${request}:48-57`,
      },
      alsoCalled: ['body', 'payload'],
      notes: [
        'It is a string with JSON in it. With an object VoIPbin sends no request.',
        'Values of variables are inserted as they are: a quote in one breaks the JSON, and VoIPbin sends no request.',
      ],
      example: '{"number":"${voipbin.call.source.target}"}',
    }),
  },
  notes: ['VoIPbin tries three times and refuses private addresses.'],
  quirks: [
    {
      documented: 'The answer to a `sync` request sets variables.',
      observed: 'VoIPbin ignores the answer and sets nothing.',
      source: `${handler}:979-1014 actionHandleWebhookSend; bin-webhook-manager/pkg/webhookhandler/message.go:33`,
    },
    {
      documented: 'With `sync` the flow waits for the answer.',
      observed: 'It waits until VoIPbin has queued the request.',
      source: `${handler}:1001-1011 actionHandleWebhookSend; ${request}:43-69`,
    },
  ],
  label: ['uri'],
  example: {
    type: 'webhook_send',
    option: {
      uri: 'https://example.com/calls',
      method: 'POST',
      data_type: 'application/json',
      data: '{"call":"${voipbin.call.id}","number":"${voipbin.call.source.target}"}',
    },
  },
  followedBy: ['hangup', 'talk'],
  source: 'bin-flow-manager/models/action/option.go OptionWebhookSend',
});
