import { insertMember, replaceValue } from '../../edit/edit';
import { type Emptied, emptiedBranches } from '../../graph/emptied';
import { member } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { isKnownVariable } from '../../model/variables';
import { codeSpan } from '../../text/codeSpan';
import type { Check, Fix } from '../check';
import { insertBefore } from './insertBefore';
import { judgedScopes } from './judgedScopes';
import { sayAction } from './sayAction';

export const branchClearsDigits: Check = {
  code: 'branch-clears-digits',
  group: 'path',
  severity: 'warning',
  title: 'A branch on a variable that a branch before it has emptied',
  doc: `A \`branch\` empties its variable, whether a case fits or not. A second \`branch\` on the same variable on the way finds an empty text there: none of its cases fits, and it goes to the default.

Put the cases into one \`branch\`. Or copy the value with \`variable_set\` into a variable of your own before the first, and let the second test that; the quick fix does it where the second is reached in no other way.

Nothing is reported where something between the two may set the variable again: a \`variable_set\`, a \`digits_receive\`, a \`talk\` or another action that waits, during which the caller can press a key, and what runs other flows.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:797-862\` \`actionHandleBranch\`.`,
  *check(model) {
    const cases = new Set<ActionNode>();
    for (const { from, kind, caseKey } of model.references) if (kind === 'case' && caseKey) cases.add(from);
    const judged = judgedScopes(model);
    for (const [action, emptied] of emptiedBranches(model)) {
      if (!cases.has(action) || !judged.has(action.scope)) continue;
      const { by, variable } = emptied;
      const at = member(action.option, 'variable') ?? action.typeNode ?? action.node;
      const whose = by === action ? 'This `branch` itself' : `The \`branch\` at ${sayAction(by)}`;
      yield {
        at,
        message: `${whose} has emptied ${codeSpan(variable)} on the way here, so no case fits and the default is taken. Put the cases into one \`branch\`, or copy the value with \`variable_set\` before.`,
        ...(by.typeNode && by !== action
          ? { related: [{ at: by.typeNode, message: 'It empties the variable.' }] }
          : {}),
        fixes: ({ newId }) => (by === action || !emptied.always ? [] : [keepValue(model, action, emptied, newId)]),
      };
    }
  },
  fixes: 'unsure',
};

function keepValue(model: FlowModel, action: ActionNode, { by, variable }: Emptied, newId: () => string): Fix {
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
    edits: [...insertBefore(model, by, set, newId), ...test],
  };
}
