import { insertMember, remove, renameKey } from '../../edit/edit';
import { type JsonNode, member } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import type { Check, Fix } from '../check';

export const deprecatedOption: Check = {
  code: 'deprecated-option',
  group: 'option',
  severity: 'hint',
  title: 'A replaced option',
  doc: `VoIPbin still reads this option but has a newer one for the same purpose. An example is \`ai_id\` of \`ai_talk\` and \`ai_task\`: VoIPbin reads it only when \`assistance_type\` is empty.

The quick fix writes the newer options with the same meaning.

Both are declared in \`bin-flow-manager/models/action/option.go\` (\`OptionAITalk\`, \`OptionAITask\`).`,
  tags: ['deprecated'],
  fields: ({ deprecated }) => deprecated !== undefined,
  check(model, report, _context, { options }) {
    for (const { field, node } of options) {
      if (node.type === 'missing' || !node.key) continue;
      report({
        at: node,
        onKey: true,
        message: `\`${field.name}\` is deprecated. ${field.deprecated}`,
        fixes: () => (field.name === 'ai_id' ? replaceAiId(model, node) : []),
      });
    }
  },
  fixes: 'sure',
  fixAll: 'Replace all deprecated options',
};

function replaceAiId(model: FlowModel, node: JsonNode): Fix[] {
  const { parent } = node;
  if (!parent) return [];
  if (member(parent, 'assistance_id') || member(parent, 'assistance_type'))
    return [{ title: 'Remove `ai_id`', edits: remove(model, node) }];
  const edits = [...renameKey(node, 'assistance_id'), ...insertMember(model, parent, 'assistance_type', 'ai', node)];
  return [{ title: 'Use `assistance_type` and `assistance_id`', edits, preferred: true }];
}
