import { neverSet } from '../../catalog/variables';
import { replaceValue } from '../../edit/edit';
import { member } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { findKnownVariable, isKnownVariable, isReserved } from '../../model/variables';
import { quote } from '../../text/quote';
import type { Check } from '../check';
import { isReadTooEarly } from './isReadTooEarly';

export const conditionVariableBareName: Check = {
  code: 'condition-variable-bare-name',
  group: 'variable',
  severity: 'warning',
  title: 'A condition that compares a name instead of a value',
  doc: `VoIPbin documents the name of a variable in \`condition_variable.variable\`. Its engine compares the text itself: \`voipbin.call.digits\` is never equal to "1", so the test is false whatever the caller does. \`\${voipbin.call.digits}\` puts the value there.

Write \`\${…}\` around the name, as the quick fix does. A \`branch\` is the other way round: it expects the bare name. In the actions of a \`call\` only a \`branch\` sees the variables of the new call, and the quick fix is not offered for these.

The check reports names of known variables and dotted words that look like one. A word such as \`yes\` may be intended.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:365-426\` \`actionHandleConditionVariable\`.`,
  engineQuirk: true,
  insteadOf: ['condition-value-mismatch'],
  types: ({ type }) => type === 'condition_variable',
  check(model, report, _context, { actions }) {
    for (const action of actions) {
      const node = member(action.option, 'variable');
      if (node?.type !== 'string') continue;
      const text = node.value as string;
      if (text.includes('${') || !looksLikeName(model, text.trim())) continue;
      const value = `\${${text.trim()}}`;
      const variable = action.scope.owner && findKnownVariable(model, text.trim());
      const isTooEarly = variable !== undefined && isReadTooEarly(variable, action);
      const advice = isTooEarly
        ? `The flow that makes the call would replace \`${value}\` before the new call exists. Use a \`branch\`, or put these actions into a stored flow and use its \`flow_id\`.`
        : `Write "${value}".`;
      report({
        at: node,
        message: `VoIPbin documents a name here, but its engine compares the text ${quote(text)} itself, so the test never sees the value. ${advice}`,
        fixes: () =>
          isTooEarly
            ? []
            : [{ title: `Change to "${value}"`, edits: replaceValue(model, node, value), preferred: true }],
      });
    }
  },
  fixes: 'sure',
  fixAll: 'Write ${…} around all names in conditions',
};

const dotted = /^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)+$/;
const unset = new Set(neverSet.map((neverSetVariable) => neverSetVariable.name));

function looksLikeName(model: FlowModel, text: string): boolean {
  return isReserved(text) || isKnownVariable(model, text) || unset.has(text) || dotted.test(text);
}
