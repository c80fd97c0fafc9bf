import { findAction } from '../../catalog';
import { replaceValue } from '../../edit/edit';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { actionWords } from '../../refactor/actionWords';
import { freeName, takenNames } from '../../refactor/suggestedNames';
import { quote } from '../../text/quote';
import type { Check, Fix } from '../check';
import { listReferences } from './giveUuid';

export const nameIsType: Check = {
  code: 'name-is-type',
  group: 'action',
  severity: 'information',
  title: 'A name that is an action type',
  doc: `In a \`*.flow.jsonc\` an action can have a name that is also an action type, such as \`hangup\`. The flow works. But in a test file the word means the type, so \`"never": ["hangup"]\` is about every \`hangup\`, and nothing can name this action (docs/tests.md).

The quick fix gives the action another name, here and in its references. Test files stay as they are.`,
  check(model, report) {
    if (!model.jsonc) return;
    for (const action of model.actions.filter(({ name }) => name !== undefined && findAction(name))) {
      const { name = '', idNode } = action;
      if (!idNode) continue;
      report({
        at: idNode,
        message: `${quote(name)} is also an action type. In test files it means every \`${name}\`, and they cannot name this action. Give it another name.`,
        fixes: () => [rename(model, action)],
      });
    }
  },
  fixes: 'unsure',
};

function rename(model: FlowModel, action: ActionNode): Fix {
  const { idNode, scope } = action;
  const name = freeName(actionWords(action), takenNames(model, scope));
  const places = idNode ? [idNode, ...listReferences(model, action, idNode).map(({ node }) => node)] : [];
  return { title: `Name it ${quote(name)}`, edits: places.flatMap((node) => replaceValue(model, node, name)) };
}
