import { digitsVariable } from '../../catalog/variables';
import { digitsBefore } from '../../graph/digits';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { insertBefore } from '../../refactor/insertAction';
import type { Check, Fix } from '../check';
import { describeAction } from './describeAction';
import { judgedScopes } from './judgedScopes';

export const digitsNotReset: Check = {
  code: 'digits-not-reset',
  group: 'path',
  severity: 'warning',
  title: 'Digits that include those of an earlier question',
  doc: `A \`digits_receive\` adds to \`voipbin.call.digits\` and does not empty it. On a way to this action an earlier \`digits_receive\` has left its keys there. They count: if they are enough, the second question ends at once, before the caller presses a key. The way can be a loop back to the same action.

Empty the variable before: with a \`variable_set\` of \`voipbin.call.digits\` to "", which the quick fix puts in front. A \`branch\` on the variable empties it as well.

Nothing is reported after \`fetch\`, \`fetch_flow\`, \`queue_join\` and AI actions, which may have emptied it.

Source: \`bin-call-manager/pkg/callhandler/action.go:610-621\` \`actionExecuteDigitsReceive\`; \`bin-call-manager/pkg/callhandler/digit.go:44-73\`.`,
  types: ({ type }) => type === 'digits_receive',
  check(model, report, _context, { actions }) {
    const judged = judgedScopes(model);
    for (const action of actions) {
      const earlier = judged.has(action.scope) ? digitsBefore(model, action, 'name')?.receives[0] : undefined;
      if (!earlier) continue;
      const whose =
        earlier === action ? 'its own keys of the previous round' : `the keys of ${describeAction(earlier)}`;
      const at = action.typeNode ?? action.node;
      report({
        at,
        message: `\`digits_receive\` begins with ${whose}: nothing empties \`${digitsVariable}\` in between, so it may end at once. Empty it before, with \`variable_set\`.`,
        ...(earlier === action || !earlier.typeNode
          ? {}
          : { related: [{ at: earlier.typeNode, message: 'These keys are still there.' }] }),
        fixes: ({ newId }) => [empty(model, action, newId)],
      });
    }
  },
  fixes: 'unsure',
};

function empty(model: FlowModel, action: ActionNode, newId: () => string): Fix {
  const set = { type: 'variable_set', option: { key: digitsVariable, value: '' } };
  return {
    title: `Empty \`${digitsVariable}\` before it`,
    edits: insertBefore(model, action, set, newId),
  };
}
