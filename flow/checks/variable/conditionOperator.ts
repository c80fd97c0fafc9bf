import { hasVariable } from '../../model/variableUses';
import { quote } from '../../text/quote';
import type { Check } from '../check';
import { describeValues, meantValue, valueFixes } from '../option/describeValues';

export const conditionOperator: Check = {
  code: 'condition-operator',
  group: 'variable',
  severity: 'error',
  title: 'A comparison that VoIPbin does not know',
  doc: `\`condition\` is one of \`==\`, \`!=\`, \`>\`, \`>=\`, \`<\` and \`<=\`. With anything else, such as \`=\` or \`equals\`, the test is always false: the flow jumps to \`false_target_id\`.

The quick fix writes the operator that the word means.

Source: \`bin-flow-manager/pkg/activeflowhandler/common.go:13-33\`.`,
  insteadOf: ['option-value'],
  fields: ({ name, values }) => name === 'condition' && values !== undefined,
  check(model, report, _context, { options }) {
    for (const option of options) {
      const { field, node } = option;
      const text = node.value;
      if (typeof text !== 'string') continue;
      // Without any operator it is the option that is missing.
      if (text === '' || Object.hasOwn(field.values ?? {}, text) || hasVariable(text)) continue;
      const meant = meantValue(field, text);
      report({
        at: node,
        message: `VoIPbin does not know the comparison ${quote(text)}. The test is always false, and the flow jumps to \`false_target_id\`. Write ${
          meant === undefined ? describeValues(field) : `"${meant}"`
        }.`,
        fixes: () => valueFixes(model, field, node, meant),
      });
    }
  },
  fixes: 'unsure',
};
