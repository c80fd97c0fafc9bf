import { findAction } from '../../catalog';
import { actionWords } from '../../refactor/actionWords';
import { quote } from '../../text/quote';
import type { Check } from '../check';
import { nameFrom } from './giveUuid';

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
        fixes: () => [nameFrom(actionWords(action), model, action)],
      });
    }
  },
  fixes: 'unsure',
};
