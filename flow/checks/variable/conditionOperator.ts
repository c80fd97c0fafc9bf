import { listOptions } from '../../model/listOptions';
import { hasVariable } from '../../model/variableUses';
import { quote } from '../../text/quote';
import type { Check } from '../check';
import { meantValue, sayValues, valueFixes } from '../option/sayValues';

export const conditionOperator: Check = {
  code: 'condition-operator',
  group: 'variable',
  severity: 'error',
  title: 'A comparison that VoIPbin does not know',
  doc: `\`condition\` is one of \`==\`, \`!=\`, \`>\`, \`>=\`, \`<\` and \`<=\`. With anything else, \`=\` or \`equals\` for one, the test is always false: the flow jumps to \`false_target_id\`, whatever the value.

The quick fix writes the operator that the word means.

Source: \`bin-flow-manager/pkg/activeflowhandler/common.go:13-33\`.`,
  insteadOf: ['option-value'],
  *check(model) {
    for (const option of listOptions(model, (one) => one.name === 'condition' && one.values !== undefined)) {
      const { field, node } = option;
      const text = node.value;
      if (typeof text !== 'string') continue;
      // Without any operator it is the option that is missing.
      if (text === '' || Object.hasOwn(field.values ?? {}, text) || hasVariable(text)) continue;
      const meant = meantValue(field, text);
      yield {
        at: node,
        message: `VoIPbin has no comparison ${quote(text)}: the test is always false, and the flow jumps to \`false_target_id\`. Write ${
          meant === undefined ? sayValues(field) : `"${meant}"`
        }.`,
        fixes: () => valueFixes(model, field, node, meant),
      };
    }
  },
  fixes: 'unsure',
};
