import { action } from '../action';
import { actionId, map, text } from '../declare';

const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go';

export const branch = action({
  type: 'branch',
  category: 'flow-control',
  summary: 'Jumps to the action that belongs to the value of a variable.',
  media: 'none',
  successor: 'jump',
  runBy: 'flow-manager',
  testsVariable: true,
  alsoCalled: ['switch', 'menu'],
  options: {
    variable: text({
      doc: 'The name of the variable that decides, without `${}` around it.',
      format: 'variable-name',
      default: 'voipbin.call.digits',
      whenMissing: {
        effect: 'default',
        doc: 'The keys that the caller pressed decide (`voipbin.call.digits`).',
        source: `${handler}:825-831 actionHandleBranch; bin-flow-manager/models/action/common.go:51`,
      },
      notes: [
        'With `${}` around the name VoIPbin uses the value of the variable as the name. It finds no such variable and goes to the default.',
        'A variable that is not set counts as an empty string.',
      ],
      example: 'voipbin.call.digits',
    }),
    default_target_id: actionId({
      doc: 'The action that runs when `target_ids` does not have the value as a key, and when the caller pressed nothing.',
      required: true,
      whenMissing: {
        effect: 'abort-flow',
        doc: 'A value without a key stops the flow and drops the call, unless some key always fits.',
        source: `${handler}:842-852 actionHandleBranch; bin-flow-manager/pkg/stackmaphandler/action.go:36-38`,
      },
      alsoCalled: ['default', 'false_target_id', 'default_id'],
    }),
    target_ids: map(actionId({ doc: 'The action that runs for this value.', required: true }), {
      doc: 'Which action runs for which value. The value must be exactly the key, including case.',
      whenMissing: {
        effect: 'default',
        doc: 'Every value goes to `default_target_id`.',
        source: `${handler}:842-846 actionHandleBranch`,
        surprises: true,
      },
      alsoCalled: ['targets', 'cases', 'branches'],
      notes: [
        'The key "" fits when there is no value: the caller pressed nothing, or nothing set the variable.',
        'Variables are replaced in the ids, not in the keys.',
        'One id that is not a UUID stops the flow, even when another key fits.',
      ],
      example: { '1': 'c8f1a2d7-4b6e-4f09-9a3d-1e5c7b80f231' },
    }),
  },
  removedOptions: {
    target_indexes: {
      successor: 'target_ids',
      valueDiffers: true,
      doc: 'Replaced by `target_ids`, which has ids of actions, not positions.',
    },
    default_index: {
      successor: 'default_target_id',
      valueDiffers: true,
      doc: 'Replaced by `default_target_id`. It takes the id of an action, not a position.',
    },
  },
  reads: ['voipbin.call.digits'],
  notes: [
    'It empties the variable, even if no key fits: a second `branch` on it finds an empty string.',
    'It always jumps, so its `next_id` is never used.',
  ],
  quirks: [
    {
      documented: 'Without a default the flow continues with the next action, and the default may be left out.',
      observed: 'The flow stops and the call is dropped.',
      source: `${handler}:842-852 actionHandleBranch`,
    },
    {
      documented: 'Examples use readable ids and the variable voipbin.message.text.',
      observed:
        'Ids must be UUIDs, and nothing sets that variable; `voipbin.conversation_message.text` has the message.',
      source: 'bin-conversation-manager/pkg/conversationhandler/main.go:139-157',
    },
  ],
  label: ['target_ids'],
  example: {
    type: 'branch',
    option: {
      variable: 'voipbin.call.digits',
      default_target_id: '5e9d3b17-20c4-4a6f-8d51-b7f0e2c94a68',
      target_ids: {
        '1': 'c8f1a2d7-4b6e-4f09-9a3d-1e5c7b80f231',
        '2': '16b7e0c5-9f3a-4d82-a04e-83d5c1f7b962',
      },
    },
  },
  followedBy: ['talk', 'connect', 'queue_join'],
  source: 'bin-flow-manager/models/action/option.go:131 OptionBranch',
});
