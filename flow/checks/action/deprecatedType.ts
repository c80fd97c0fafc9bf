import type { Check } from '../check';
import { convertCondition } from './convertCondition';

export const deprecatedType: Check = {
  code: 'deprecated-type',
  group: 'action',
  severity: 'hint',
  title: 'A replaced type',
  doc: `\`condition_call_digits\` and \`condition_call_status\` still work on calls. VoIPbin's documentation replaces both with \`condition_variable\`. The quick fix does so and keeps \`id\`, \`next_id\` and \`false_target_id\`. The engine treats the result differently:

- **the number of digits** (\`length\`): the same. The test is true when at least as many keys were pressed.
- **a key among the digits** (\`key\`): stricter. \`condition_variable\` cannot test for "contains", so the test is true only when exactly these keys were pressed.
- **both**: the old test was true when either test was true. The new one tests the number of digits only.
- **the status of the call**: useless. The documentation names the variable \`voipbin.call.status\`, and nothing in VoIPbin sets it. So the test is always false unless the flow sets the variable itself. Keep \`condition_call_status\` where you need it.

In the actions of a \`call\` keep \`condition_call_digits\`, or use a \`branch\`. The flow around replaces \`\${voipbin.call.digits}\` there with its own digits.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go\` \`actionHandleConditionCallDigits\`, \`actionHandleConditionCallStatus\`, \`actionHandleConditionVariable\`; \`bin-call-manager/pkg/callhandler/variable.go\` sets the variables of a call.`,
  tags: ['deprecated'],
  types: ({ deprecated }) => deprecated !== undefined,
  check(model, report, _context, { actions }) {
    for (const action of actions) {
      const { definition, typeNode } = action;
      if (!typeNode) continue;
      const conversion = convertCondition(model, action);
      const advice = action.type === 'condition_call_digits' && action.scope.owner ? keepIt : definition.deprecated;
      report({
        at: typeNode,
        message: [`\`${definition.type}\` is deprecated.`, advice, conversion?.result ?? ''].join(' ').trim(),
        fixes: () =>
          conversion ? [{ title: conversion.title, edits: conversion.edits(), preferred: conversion.same }] : [],
      });
    }
  },
  fixes: 'sure',
};

const keepIt =
  'Keep it here, or use a `branch`: in the actions of a `call`, `${voipbin.call.digits}` has the digits of the flow around.';
