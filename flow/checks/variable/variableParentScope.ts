import { findKnownVariable, type Variable } from '../../model/variables';
import type { Check } from '../check';
import { isReadTooEarly } from './isReadTooEarly';
import { listNameUses } from './nameUses';

export const variableParentScope: Check = {
  code: 'variable-parent-scope',
  group: 'variable',
  severity: 'warning',
  title: 'A variable of the calling flow inside the new call',
  doc: `The actions inside a \`call\` run as a separate flow with its own variables. But the flow that makes the call replaces every \`\${}\` in them before the new call exists. There \`\${voipbin.call.digits}\` is what the first caller pressed, not what the called party will press. A variable that only the new call sets is empty.

Names that the calling flow or its \`variables\` set are not reported: their values are passed on purpose.

Put the actions of the new call into a stored flow and use it with \`flow_id\`. VoIPbin replaces the variables of a stored flow when it runs.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:917-928\` \`actionHandleCall\`; \`bin-flow-manager/pkg/variablehandler/substitute.go:66-124\` goes through nested lists too.`,
  check(model, report) {
    if (!model.scopes.some((scope) => scope.owner)) return;
    for (const use of listNameUses(model)) {
      const owner = use.action?.scope.owner;
      if (!use.action || !owner || use.by === 'name') continue;
      const variable = findKnownVariable(model, use.name);
      if (!variable || !isReadTooEarly(variable, use.action)) continue;
      report({
        at: { offset: use.offset - 2, end: use.end + 1 },
        ...(use.name.startsWith(callersParty) ? { severity: 'information' as const } : {}),
        message: `\`\${${use.name}}\` is replaced by the flow that makes the call, before the new call exists: here it is ${describeValue(
          variable,
        )}. To read it in the new call, put these actions into a stored flow and use its \`flow_id\`.`,
        related: [{ at: owner.typeNode ?? owner.node, message: 'This call replaces the variables in its actions.' }],
      });
    }
  },
};

/** The number and name of the first caller are often told to the second one, and then they are meant. */
const callersParty = 'voipbin.call.source.';

function describeValue({ builtIn }: Variable): string {
  return builtIn && typeof builtIn.setBy === 'string' ? 'the value of that flow' : 'an empty string';
}
