import { replaceValue } from '../../edit/edit';
import { member } from '../../json/node';
import { findKnownVariable, isReserved } from '../../model/variables';
import type { Check } from '../check';
import { canCopyIntoCall, copyIntoCall } from './copyIntoCall';

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
      const variable = action.scope.owner && !isReserved(name) ? findKnownVariable(model, name) : undefined;
      const isElsewhere = variable !== undefined && canCopyIntoCall(action, variable);
      const advice = isElsewhere
        ? `The new call has its own variables: copy \`${name}\` into it with \`variable_set\`, and write "${name}".`
        : `Write "${name}".`;
      const rename = () => replaceValue(model, node, name);
      report({
        at: node,
        message: `\`branch\` expects a variable name but gets the value of \`${name}\`. It finds no such variable, so every caller goes to the default. ${advice}`,
        fixes: ({ newId }) => {
          if (name === '') return [];
          if (!isElsewhere) return [{ title: `Change to "${name}"`, edits: rename(), preferred: true }];
          const copy = copyIntoCall(model, action, name, newId);
          return [
            { title: `Copy \`${name}\` into the new call, and change to "${name}"`, edits: [...copy, ...rename()] },
          ];
        },
      });
    }
  },
  fixes: 'sure',
  fixAll: 'Write bare names in all branches',
};

const whole = /^\s*\$\{([^{}]*)\}\s*$/;
