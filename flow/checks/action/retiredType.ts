import { type ActionDefinition, retiredTypes } from '../../catalog';
import { replaceValue } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import type { Check, Fix } from '../check';
import { describeRefused } from './describeRefused';

export const retiredType: Check = {
  code: 'retired-type',
  group: 'action',
  severity: 'error',
  title: 'An old type name',
  doc: `VoIPbin has renamed some types and no longer accepts the old names: \`dtmf_receive\` is \`digits_receive\` today, \`record_start\` is \`recording_start\`. VoIPbin refuses the whole request with an old name.

The quick fix writes the new name. Check the options afterwards: some have changed too, and \`unknown-option\` reports which.

Source: \`bin-flow-manager/models/action/action.go\`, and its history.`,
  check(model, report) {
    for (const [type = '', actions] of model.actionsByType) {
      const successor = retiredTypes.get(type);
      if (!successor) continue;
      for (const action of actions) {
        const { typeNode } = action;
        if (action.definition || !typeNode) continue;
        report({
          at: typeNode,
          message: `\`${type}\` is the old name of \`${successor.type}\`. ${describeRefused(action)} Write \`${successor.type}\`.`,
          fixes: () => [writeType(model, action, typeNode, successor)],
        });
      }
    }
  },
  fixes: 'sure',
  fixAll: 'Replace all old type names',
};

function writeType(model: FlowModel, { option }: ActionNode, typeNode: JsonNode, successor: ActionDefinition): Fix {
  const { type } = successor;
  // Where options would lose their meaning with the new name, the author must look.
  const preferred = (option?.children ?? []).every((child) => successor.field(child.key?.name ?? ''));
  return { title: `Write \`${type}\``, edits: replaceValue(model, typeNode, type), preferred };
}
