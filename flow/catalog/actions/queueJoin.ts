import { action } from '../action';
import { resourceId } from '../field';
import { stopsFlow } from '../onFailure';

export const queueJoin = action({
  type: 'queue_join',
  category: 'queue',
  summary: 'Puts the caller into a queue until an agent answers or the queue gives up.',
  media: 'rtc',
  waits: 'until the caller has talked with an agent, or the queue gave up',
  successor: 'continue',
  onFailure: stopsFlow,
  nested: {
    doc: 'The wait flow of the queue runs over and over until an agent answers, then the two talk, then the next action runs.',
    source: 'bin-queue-manager/pkg/queuecallhandler/service.go:123-153',
  },
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
    'Waiting spends the 101 actions of the run: each round costs two and the actions of the wait flow. With one short prompt of 5 seconds the caller is dropped after about 33 rounds, so a wait flow plays something long.',
    'A queue without a wait flow stops the flow at once.',
  ],
  label: ['queue_id'],
  example: { type: 'queue_join', option: { queue_id: '2e9d7a41-c05b-4836-9f1e-6b84d3a0f5c7' } },
  followedBy: ['talk', 'hangup'],
  source: 'bin-flow-manager/models/action/option.go OptionQueueJoin',
});
