import { remove } from '../../edit/edit';
import type { Check } from '../check';
import { findRemoved } from './findRemoved';

export const removedOption: Check = {
  code: 'removed-option',
  group: 'option',
  severity: 'warning',
  title: 'An option that VoIPbin has removed',
  doc: `VoIPbin no longer reads this option, and no other option replaces it. Old examples still have \`talk.gender\`.

Remove it. The message says what to use instead, if anything.

\`bin-flow-manager/models/action/option.go\` no longer has the option. VoIPbin ignores names that are not there.`,
  tags: ['unnecessary'],
  insteadOf: ['unknown-option'],
  check(model, report) {
    for (const option of model.optionsByField.get(undefined) ?? []) {
      if (!option.action || option.node.type === 'missing') continue;
      const removed = findRemoved(option);
      if (!removed || removed.successor !== undefined) continue;
      const { node } = option;
      const name = node.key?.name;
      report({
        at: node,
        onKey: true,
        message: `\`${name}\` has no effect any more. ${removed.doc}`,
        fixes: () => [{ title: `Remove \`${name}\``, edits: remove(model, node), preferred: true }],
      });
    }
  },
  fixes: 'sure',
  fixAll: 'Remove all options that VoIPbin no longer has',
};
