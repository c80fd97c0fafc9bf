import type { Field } from '../../catalog/field';
import type { ActionNode } from '../../model/flowModel';
import type { KnownOption } from '../../model/listOptions';
import { hasVariable } from '../../model/variableUses';
import { quote } from '../../text/quote';
import type { Check } from '../check';
import { describeValues, meantValue, valueFixes } from './describeValues';

export const optionValue: Check = {
  code: 'option-value',
  group: 'option',
  severity: 'warning',
  title: 'A value that the option does not have',
  doc: `The option has a few allowed values, and this is not one of them. Usually VoIPbin then acts as if the option were missing; the message says so where it is known. \`anonymous\` is an error: the API refuses the whole request.

Choose one of the values; point at the option to see what they mean. Values with a variable are not checked.

Source: the constants beside each option in \`bin-flow-manager/models/action/option.go\`; \`anonymous\` is judged by \`bin-flow-manager/pkg/actionhandler/action.go\` \`ValidateActions\`.`,
  fields: ({ values, open }) => values !== undefined && !open,
  check(model, report, _context, { options }) {
    for (const { field, node, action } of options.filter(isOther)) {
      const text = node.value as string;
      const meant = meantValue(field, text);
      const refused = field.refusesOthers === true;
      report({
        at: node,
        ...(refused ? { severity: 'error' as const } : {}),
        message: `\`${node.key?.name}\`${action?.definition ? ` of \`${action.definition.type}\`` : ''} cannot be ${quote(text)}. ${describeConsequence(field, action)} ${
          meant === undefined ? `Write ${describeValues(field)}.` : `Did you mean ${JSON.stringify(meant)}?`
        }`,
        fixes: () => valueFixes(model, field, node, meant),
      });
    }
  },
  fixes: 'sure',
};

/** A text that is none of the values, not a variable that may give one, and not empty, which counts as absent. */
function isOther({ field, node, action }: KnownOption): boolean {
  const { value } = node;
  if (typeof value !== 'string' || value === '' || Object.hasOwn(field.values ?? {}, value)) return false;
  // What the API refuses it looks at before there are variables; inside a `call` it looks later.
  return !hasVariable(value) || (field.refusesOthers === true && action?.scope.owner === undefined);
}

function describeConsequence(field: Field, action: ActionNode | undefined): string {
  if (field.refusesOthers) {
    // The actions of a new call are looked at when the call is made.
    return action?.scope.owner ? 'The flow stops when it makes the call.' : 'The API refuses the request with 400.';
  }
  return field.required === true && field.whenMissing ? field.whenMissing.doc : 'VoIPbin does not know this value.';
}
