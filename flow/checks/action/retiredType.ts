import { type ActionDefinition, retiredTypes } from '../../catalog';
import { replaceValue } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import type { Check, Fix } from '../check';
import { sayRefused } from './sayRefused';

export const retiredType: Check = {
  code: 'retired-type',
  group: 'action',
  severity: 'error',
  title: 'An old name of a type',
  doc: `VoIPbin has renamed some types and no longer accepts the old names: \`dtmf_receive\` is \`digits_receive\` today, \`record_start\` is \`recording_start\`. A request with an old name is refused as a whole.

The quick fix writes the new name. Look at the options afterwards: some have changed with the name, and \`unknown-option\` tells which.

Source: \`bin-flow-manager/models/action/action.go\`, and its history.`,
  *check(model) {
    for (const [type = '', actions] of model.actionsByType) {
      const successor = retiredTypes.get(type);
      if (!successor) continue;
      for (const action of actions) {
        const { typeNode } = action;
        if (action.definition || !typeNode) continue;
        yield {
          at: typeNode,
          message: `\`${type}\` is the old name of \`${successor.type}\`. ${sayRefused(action)} Write \`${successor.type}\`.`,
          fixes: () => [writeType(model, action, typeNode, successor)],
        };
      }
    }
  },
  fixes: 'sure',
  fixAll: 'Replace all old names of types',
};

function writeType(model: FlowModel, { option }: ActionNode, typeNode: JsonNode, successor: ActionDefinition): Fix {
  const { type } = successor;
  // Where options would lose their meaning with the new name, somebody has to look.
  const preferred = (option?.children ?? []).every((child) => successor.field(child.key?.name ?? ''));
  return { title: `Write \`${type}\``, edits: replaceValue(model, typeNode, type), preferred };
}
