import { insertMember, replaceValue } from '../../edit/edit';
import { emptiedBranches, firstBranchBefore } from '../../graph/emptied';
import { member } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { nilUuid } from '../../model/uuid';
import { isKnownVariable } from '../../model/variables';
import { insertBefore } from '../../refactor/insertAction';
import { codeSpan } from '../../text/codeSpan';
import type { Check, Fix } from '../check';
import { describeAction } from './describeAction';
import { judgedScopes } from './judgedScopes';

export const branchClearsDigits: Check = {
  code: 'branch-clears-digits',
  group: 'path',
  severity: 'warning',
  title: 'A branch on a variable that an earlier branch has emptied',
  doc: `A \`branch\` empties its variable, even if no case fits. A second \`branch\` on the same variable finds an empty string: it takes the case \`""\` if it has one, else the default.

Put the cases into one \`branch\`. Or copy the value with \`variable_set\` into your own variable before the first, and test that in the second. The quick fix does so where every way to the second leads over one first \`branch\` that no other has emptied.

In the actions of a \`call\` only one \`branch\` helps: the flow around replaces the value of a \`variable_set\` there, before the new call exists.

Nothing is reported where one of these may set the variable again in between:

- a \`variable_set\` or a \`digits_receive\`;
- a key during a \`talk\` or another wait;
- another flow.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:797-862\` \`actionHandleBranch\`.`,
  check(model, report) {
    const cases = new Set<ActionNode>();
    const others = new Map<ActionNode, string>();
    for (const { from, kind, caseKey, id } of model.references) {
      if (kind === 'case' && caseKey) cases.add(from);
      if (kind === 'case' && caseKey === '') others.set(from, 'the case `""` is taken');
      else if (kind === 'default' && id !== nilUuid && !others.has(from))
        others.set(from, 'no case fits and the default is taken');
    }
    const judged = judgedScopes(model);
    for (const [action, emptied] of emptiedBranches(model)) {
      if (!cases.has(action) || !judged.has(action.scope)) continue;
      const { by, variable } = emptied;
      const at = member(action.option, 'variable') ?? action.typeNode ?? action.node;
      // The flow around would put its own value into a copy.
      const canCopy = !action.scope.owner;
      const whose = by === action ? 'This `branch` itself' : `The \`branch\` at ${describeAction(by)}`;
      report({
        at,
        message: `${whose} has emptied ${codeSpan(variable)} on the way here, so ${others.get(action) ?? 'no case fits, and it has no default'}. Put the cases into one \`branch\`${canCopy ? ', or copy the value with `variable_set` before' : ''}.`,
        ...(by.typeNode && by !== action
          ? { related: [{ at: by.typeNode, message: 'It empties the variable.' }] }
          : {}),
        fixes: ({ newId }) => {
          const first = canCopy ? firstBranchBefore(model, action) : undefined;
          return first ? [keepValue(model, action, { first, variable }, newId)] : [];
        },
      });
    }
  },
  fixes: 'unsure',
};

function keepValue(
  model: FlowModel,
  action: ActionNode,
  { first, variable }: { readonly first: ActionNode; readonly variable: string },
  newId: () => string,
): Fix {
  let name = `kept.${variable.slice(variable.lastIndexOf('.') + 1) || 'value'}`;
  while (isKnownVariable(model, name)) name += '_';
  const set = { type: 'variable_set', option: { key: name, value: `\${${variable}}` } };
  const written = member(action.option, 'variable');
  const test = written
    ? replaceValue(model, written, name)
    : action.option
      ? insertMember(model, action.option, 'variable', name)
      : [];
  return {
    title: `Copy the value to \`${name}\` before the first \`branch\`, and test that`,
    edits: [...insertBefore(model, first, set, newId), ...test],
  };
}
