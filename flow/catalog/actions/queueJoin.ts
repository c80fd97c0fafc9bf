import { action } from '../action';
import { billed } from '../billed';
import { resourceId } from '../declare';

export const queueJoin = action({
  type: 'queue_join',
  category: 'queue',
  summary: 'Puts the caller into a queue until an agent answers or the queue gives up.',
  media: 'rtc',
  waits: 'until the conversation with an agent is over, or the queue gives up',
  successor: 'continue',
  runBy: 'flow-manager',
  billed: billed('minutes on the telephone network, where an agent is called at a telephone number'),
  nested: {
    doc: 'The wait flow of the queue repeats until an agent answers. After the conversation the next action runs.',
    source: 'bin-queue-manager/pkg/queuecallhandler/service.go:123-153',
    always: true,
    foreign: true,
  },
  setsAnything: true,
  alsoCalled: ['queue', 'enqueue', 'join_queue', 'agent_queue'],
  options: {
    queue_id: resourceId('queue', {
      doc: 'The queue that the caller joins.',
      required: true,
      whenMissing: {
        effect: 'abort-flow',
        doc: 'The flow stops and the call is hung up, as with an unknown queue.',
        source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:771-775 actionHandleQueueJoin',
      },
    }),
  },
  sets: ['voipbin.queue.*', 'voipbin.queuecall.*'],
  notes: [
    'Waiting counts towards the 101 actions of the run: each round takes two and the actions of the wait flow. With one short prompt of 5 seconds the caller is dropped after about 33 rounds. So play something long in a wait flow.',
    'A queue without a wait flow stops the flow at once. An empty wait flow uses up the 101 actions at once, and the caller is dropped.',
    'The caller moves from the wait flow into the bridge when the phone of an agent starts to ring.',
    'Put an action after it. As the last action of its list it ends the flow with an error, and VoIPbin hangs up the call.',
  ],
  quirks: [
    {
      documented: 'After its wait timeout, the queue returns the call and the next action runs.',
      observed:
        'The queue does not return the call: the caller waits until the flow has used up its 101 actions. Limit the wait in the wait flow, for example with a `hangup` as its last action.',
      source: 'bin-flow-manager/pkg/activeflowhandler/activeflow.go:110 ServiceStop',
    },
    {
      documented: 'The service timeout ends the conversation with the agent.',
      observed: 'It only stores the next action; the conversation continues.',
      source:
        'bin-queue-manager/pkg/queuecallhandler/execute.go; bin-flow-manager/pkg/activeflowhandler/activeflow.go ServiceStop',
    },
  ],
  label: ['queue_id'],
  example: { type: 'queue_join', option: { queue_id: '2e9d7a41-c05b-4836-9f1e-6b84d3a0f5c7' } },
  followedBy: ['talk', 'hangup'],
  source: 'bin-flow-manager/models/action/option.go OptionQueueJoin',
});
