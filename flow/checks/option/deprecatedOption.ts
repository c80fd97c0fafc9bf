import { insertMember, remove, renameKey } from '../../edit/edit';
import { member } from '../../json/node';
import { listOptions } from '../../model/listOptions';
import type { Check } from '../check';

export const deprecatedOption: Check = {
  code: 'deprecated-option',
  group: 'option',
  severity: 'hint',
  title: 'An option that has been replaced',
  doc: `VoIPbin still reads this option and has a newer one for the same purpose. \`ai_id\` of \`ai_talk\` and \`ai_task\` is one: it is read only while \`assistance_type\` is empty.

The quick fix writes the newer options with the same meaning.

Both are declared in \`bin-flow-manager/models/action/option.go\` (\`OptionAITalk\`, \`OptionAITask\`).`,
  tags: ['deprecated'],
  *check(model) {
    for (const { field, node } of listOptions(model, (one) => one.deprecated !== undefined)) {
      if (node.type === 'missing' || !node.key) continue;
      yield { at: node, onKey: true, message: `\`${field.name}\` is deprecated. ${field.deprecated}` };
    }
  },
  fixes(model, { at }) {
    if (!('type' in at) || at.key?.name.toLowerCase() !== 'ai_id') return [];
    if (member(at.parent, 'assistance_id') || member(at.parent, 'assistance_type'))
      return [{ title: 'Remove `ai_id`', edits: remove(model, at) }];
    const object = at.parent;
    if (!object) return [];
    const edits = [...renameKey(at, 'assistance_id'), ...insertMember(model, object, 'assistance_type', 'ai', at)];
    return [{ title: 'Use `assistance_type` and `assistance_id`', edits, preferred: true }];
  },
  fixAll: 'Replace all deprecated options',
};
