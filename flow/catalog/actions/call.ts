import { action } from '../action';
import { actionsField } from '../actionKeys';
import { address, addresses } from '../address';
import { anonymous } from '../anonymous';
import { billedMinutes } from '../billed';
import { flag, resourceId } from '../declare';

const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go';
const dialing = 'bin-call-manager/pkg/callhandler/outgoing_call.go:72-101';

export const call = action({
  type: 'call',
  category: 'call-control',
  summary: 'Starts new calls that run their own flow; this flow continues at once.',
  media: 'none',
  successor: 'continue',
  runBy: 'flow-manager',
  billed: billedMinutes('each call that it places'),
  alsoCalled: ['originate', 'call_create', 'outbound_call'],
  options: {
    source: address({
      doc: 'The caller id of the new calls. For telephone numbers it is an active, normal number of the account, in E.164 form.',
      required: true,
      whenMissing: {
        effect: 'crash',
        doc: 'VoIPbin fails while it prepares the calls: it places none, and the flow stops.',
        source: `bin-common-handler/pkg/requesthandler/call_calls.go:129; ${handler}:935 actionHandleCall`,
      },
      alsoCalled: ['from', 'caller_id'],
      quirks: [
        {
          documented: 'The source may be left out.',
          observed: 'Without a source VoIPbin fails to place the call.',
          source: 'bin-common-handler/pkg/requesthandler/call_calls.go:129',
        },
      ],
    }),
    destinations: addresses({
      doc: 'Who is called. `tel` and `sip` are dialled directly, `agent` and `extension` ring all their phones; every other type is skipped.',
      required: true,
      whenMissing: { effect: 'abort-flow', doc: 'No call can be made, and the flow stops.', source: dialing },
      alsoCalled: ['destination', 'to', 'targets'],
      quirks: [
        {
          documented: 'A conference can be a destination.',
          observed: 'It is skipped; `conference_join` in the flow of the new call leads there.',
          source: dialing,
        },
      ],
    }),
    flow_id: resourceId('flow', {
      doc: 'The stored flow that the new calls run. With it, `actions` is ignored.',
      ownVariables: true,
      required: { unless: 'actions' },
      whenMissing: {
        effect: 'default',
        doc: 'The new calls run `actions`; without both, VoIPbin hangs up as soon as the call is answered.',
        source: `${handler}:917-928 actionHandleCall`,
      },
    }),
    actions: actionsField({
      doc: 'The actions that the new calls run: a separate flow with its own ids and variables.',
      required: { unless: 'flow_id' },
      whenMissing: {
        effect: 'no-op',
        doc: 'The new calls run the flow of `flow_id`; without both, VoIPbin hangs up as soon as the call is answered.',
        source: `${handler}:918-928 actionHandleCall`,
      },
      notes: [
        'With `flow_id` they are ignored.',
        'Jumps inside lead to actions of this list only, and no jump from outside leads in.',
        'The flow that makes the call replaces `${…}` inside before the new call exists. So the new call cannot see its own `voipbin.call.*` this way.',
        'VoIPbin checks types when the `call` runs, not when it saves the flow. An unknown type stops the flow that makes the call.',
        'An `id` or `next_id` that is not a UUID stops the flow that makes the call. Saving does not replace it here.',
      ],
    }),
    chained: flag({
      doc: 'With `true` the new calls are hung up when this call ends. It works in the flow of a call only.',
      default: false,
      whenMissing: {
        effect: 'default',
        doc: 'The new calls continue after this one ends.',
        source: `${handler}:930-933 actionHandleCall`,
      },
    }),
    early_execution: flag({
      doc: 'With `true` the flow of a new call starts while it still rings.',
      default: false,
      whenMissing: {
        effect: 'default',
        doc: 'The flow of a new call starts when it is answered.',
        source: `${handler}:935 actionHandleCall; bin-flow-manager/models/action/option.go:144`,
      },
    }),
    anonymous,
  },
  notes: ['Calls to `tel` addresses cost money.'],
  label: ['destinations'],
  example: {
    type: 'call',
    option: {
      source: { type: 'tel', target: '+15550100001' },
      destinations: [{ type: 'tel', target: '+15550100002' }],
      actions: [{ type: 'talk', option: { text: 'A visitor is waiting at the front desk.', language: 'en-US' } }],
    },
  },
  followedBy: ['talk', 'hangup'],
  source: 'bin-flow-manager/models/action/option.go:138 OptionCall',
});
