import { remove } from '../../edit/edit';
import type { Check } from '../check';
import { findRemoved } from './findRemoved';

export const removedOption: Check = {
  code: 'removed-option',
  group: 'option',
  severity: 'warning',
  title: 'An option that VoIPbin has removed',
  doc: `VoIPbin once had this option and reads it no longer, and nothing took its place under another name. \`talk.gender\` is the one that old examples still have.

Remove it. What does the job today, where something does, is in the message.

The option is gone from \`bin-flow-manager/models/action/option.go\`; names that it does not have are passed over.`,
  tags: ['unnecessary'],
  insteadOf: ['unknown-option'],
  *check(model) {
    for (const option of model.optionsByField.get(undefined) ?? []) {
      if (!option.action || option.node.type === 'missing') continue;
      const removed = findRemoved(option);
      if (!removed || removed.successor !== undefined) continue;
      const { node } = option;
      const name = node.key?.name;
      yield {
        at: node,
        onKey: true,
        message: `\`${name}\` has no effect any more. ${removed.doc}`,
        fixes: () => [{ title: `Remove \`${name}\``, edits: remove(model, node), preferred: true }],
      };
    }
  },
  fixes: 'sure',
  fixAll: 'Remove all options that VoIPbin no longer has',
};
