import { flowGraph } from '../../graph/flowGraph';
import type { Check } from '../check';
import { judgedScopes } from './judgedScopes';

export const conditionAfterConnect: Check = {
  code: 'condition-after-connect',
  group: 'path',
  severity: 'information',
  title: 'A test of the call status right after a connect',
  doc: `\`condition_call_status\` tests the caller's own call. That call is in progress as soon as it is answered. It does not matter whether the other party of the \`connect\` answered, was busy or has hung up. The test says nothing about the other party, and a voicemail after it never runs.

VoIPbin sets no variable that tells whether the other party answered. With \`relay_reason\` on the \`connect\` the call ends with the reason of the other party.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:473-604\` \`actionHandleConnect\`.`,
  types: ({ type }) => type === 'condition_call_status',
  check(model, report, _context, { actions }) {
    const graph = flowGraph(model);
    const judged = judgedScopes(model);
    for (const action of actions) {
      if (!judged.has(action.scope)) continue;
      const connect = graph.to(action).find(({ from }) => from.type === 'connect')?.from;
      if (!connect) continue;
      report({
        at: action.typeNode ?? action.node,
        message:
          'This tests the caller’s own call, which is in progress even if the other party of the `connect` did not answer. Remove the test, or use `relay_reason` on the `connect`.',
        ...(connect.typeNode ? { related: [{ at: connect.typeNode, message: 'The `connect` before it.' }] } : {}),
      });
    }
  },
};
