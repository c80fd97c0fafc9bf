import { action } from '../action';
import { address, addresses } from '../address';
import { anonymous } from '../anonymous';
import { billedMinutes } from '../billed';
import { flag } from '../declare';

const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go';
const dialing = 'bin-call-manager/pkg/callhandler/outgoing_call.go';

export const connect = action({
  type: 'connect',
  category: 'call-control',
  summary: 'Calls another party and connects the caller with it.',
  media: 'rtc',
  waits: 'until the conversation is over',
  successor: 'continue',
  runBy: 'flow-manager',
  billed: billedMinutes('each party that it connects to'),
  nested: {
    doc: 'The caller joins a bridge with the called parties; with `relay_reason` a `hangup` follows.',
    source: `${handler}:559-601 actionHandleConnect`,
    always: true,
  },
  retiredNames: ['agent_call'],
  alsoCalled: ['dial', 'transfer', 'forward', 'bridge'],
  options: {
    source: address({
      doc: 'The caller id that the called party sees.',
      required: { when: 'a destination is a `tel` address' },
      whenMissing: {
        effect: 'default',
        doc: 'Calls to telephone numbers show the default number of the account; without one they are refused.',
        source: `${handler}:541 actionHandleConnect; ${dialing}:780-874`,
      },
      alsoCalled: ['from', 'caller_id'],
    }),
    destinations: addresses({
      doc: 'Who is called, all at the same time. `tel` and `sip` are dialled directly, `agent` and `extension` ring all their phones; every other type is skipped.',
      required: true,
      whenMissing: {
        effect: 'abort-flow',
        doc: 'No call can be placed; the flow stops and the call is dropped.',
        source: `${handler}:541-557 actionHandleConnect`,
      },
      alsoCalled: ['destination', 'to', 'targets'],
      quirks: [
        {
          documented: 'A conference can be a destination.',
          observed: 'It is skipped; `conference_join` leads there.',
          source: `${dialing}:72-101`,
        },
      ],
    }),
    early_media: flag({
      doc: 'With `true` the caller hears the ringing tone and the announcements of the other side before the answer.',
      default: false,
      whenMissing: {
        effect: 'default',
        doc: 'The caller hears nothing of the other side before the answer.',
        source: `${handler}:524-538 actionHandleConnect`,
      },
    }),
    relay_reason: flag({
      doc: 'With `true` the call is hung up after the talk, with the hangup reason of the first called party.',
      default: false,
      whenMissing: {
        effect: 'default',
        doc: 'The next action runs after the talk.',
        source: `${handler}:571-595 actionHandleConnect`,
      },
      notes: ['It has no effect if one of the destinations is an `agent` or `extension`.'],
    }),
    anonymous,
  },
  removedOptions: {
    agent_id: {
      successor: 'destinations',
      valueDiffers: true,
      doc: 'Replaced by `destinations`: an address of type `agent` whose `target` is the id.',
    },
  },
  notes: [
    'No variable says whether the other party answered, and the caller’s own call stays `progressing` either way.',
    'One destination without `early_media` that hangs up before it answers lets the flow continue; with several destinations it does not.',
    'It has no time limit for ringing.',
    // bin-call-manager/pkg/confbridgehandler/leaved.go, join.go
    'Every party that answers joins the same bridge, and VoIPbin cancels none of the others. The bridge ends when one participant is left; phones that still ring keep ringing until the caller’s call ends.',
    'Calls to `tel` addresses cost money.',
  ],
  quirks: [
    {
      documented: 'Afterwards, voipbin.call.status says how the call went.',
      observed: 'Nothing sets that variable, and no other variable has it.',
      source: `${handler}:473-604 actionHandleConnect`,
    },
  ],
  label: ['destinations'],
  example: {
    type: 'connect',
    option: {
      source: { type: 'tel', target: '+15550100001' },
      destinations: [{ type: 'extension', target_name: '2001' }],
    },
  },
  followedBy: ['hangup', 'talk'],
  source: 'bin-flow-manager/models/action/option.go:200 OptionConnect',
});
