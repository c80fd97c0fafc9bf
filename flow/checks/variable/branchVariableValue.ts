import { replaceValue } from '../../edit/edit';
import { member } from '../../json/node';
import type { Check } from '../check';

export const branchVariableValue: Check = {
  code: 'branch-variable-value',
  group: 'variable',
  severity: 'error',
  title: 'A branch on the value of a variable instead of its name',
  doc: `\`branch.variable\` expects the name of a variable. With \`\${…}\` around it VoIPbin first inserts the value and then looks for a variable of that name. If the caller presses 2, the engine reads the variable "2", which does not exist. Every caller goes to \`default_target_id\`.

Write the bare name, as the quick fix does. A \`condition_variable\` is the other way round.

A composed name, such as \`order.\${kind}\`, works and is not reported.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:825-842\` \`actionHandleBranch\`.`,
  types: ({ type }) => type === 'branch',
  check(model, report, _context, { actions }) {
    for (const action of actions) {
      const node = member(action.option, 'variable');
      const name = node?.type === 'string' ? whole.exec(node.value as string)?.[1]?.trim() : undefined;
      if (!node || name === undefined) continue;
      report({
        at: node,
        message: `\`branch\` expects a variable name but gets the value of \`${name}\`. It finds no such variable, so every caller goes to the default. Write "${name}".`,
        fixes: () =>
          name === ''
            ? []
            : [{ title: `Change to "${name}"`, edits: replaceValue(model, node, name), preferred: true }],
      });
    }
  },
  fixes: 'sure',
  fixAll: 'Write bare names in all branches',
};

const whole = /^\s*\$\{([^{}]*)\}\s*$/;
