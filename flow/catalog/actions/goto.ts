import { action } from '../action';
import { actionId, integer } from '../declare';

const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go';

export const goto = action({
  type: 'goto',
  category: 'flow-control',
  summary: 'Jumps to another action a number of times.',
  media: 'none',
  successor: 'continue',
  runBy: 'flow-manager',
  alsoCalled: ['jump', 'loop', 'go_to'],
  options: {
    target_id: actionId({
      doc: 'The action to jump to.',
      required: true,
      whenMissing: {
        effect: 'abort-flow',
        doc: 'The jump has no target: the flow stops and the call is hung up, unless `loop_count` is 0.',
        source: `${handler}:52-55 actionHandleGotoLoop`,
      },
      notes: [
        'A text that is not a UUID stops the flow even when the jump is not taken.',
        'A variable in it is looked up once, before the first jump.',
      ],
    }),
    loop_count: integer({
      doc: 'How many times it jumps before the flow continues. With 2, the actions in between run three times.',
      min: 1,
      default: 0,
      required: true,
      whenMissing: {
        effect: 'no-op',
        doc: 'It never jumps and the next action runs, also with 0 or a negative number.',
        source: `${handler}:627-630 actionHandleGoto`,
      },
      notes: ['It is a number: a text such as "2" stops the flow.'],
      quirks: [
        {
          documented: 'The jump is taken `loop_count` times, then the flow continues.',
          observed:
            'The counter never reaches 0. The jump is taken again and again until the flow is stopped after 101 actions and the call is dropped.',
          source: `${handler}:57-65 actionHandleGotoLoop; bin-flow-manager/models/action/option.go:302 OptionGoto`,
        },
        {
          documented: 'Without `loop_count` it always jumps.',
          observed: 'Without `loop_count` it never jumps.',
          source: `${handler}:627-630 actionHandleGoto`,
        },
      ],
      example: 2,
    }),
  },
  removedOptions: {
    target_index: { successor: 'target_id', doc: '`target_id` names the action by its id.' },
    loop: { successor: 'loop_count', doc: '`loop_count` says how many times the jump is taken.' },
  },
  notes: ['To always jump, use `next_id` on any action instead of a `goto`.'],
  quirks: [
    {
      documented: 'A `goto` without `loop_count` is a plain jump.',
      observed: 'It does nothing. Use `next_id` for a plain jump.',
      source: `${handler}:627-630 actionHandleGoto`,
    },
  ],
  label: ['target_id'],
  example: { type: 'goto', option: { target_id: '8c1e4b70-52d6-4f9a-b3e8-0d7a6c2f9514', loop_count: 2 } },
  followedBy: ['talk', 'hangup'],
  source: 'bin-flow-manager/models/action/option.go OptionGoto',
});
