import { flowGraph } from '../../graph/flowGraph';
import { actionsOfType } from '../../model/listActions';
import type { Check } from '../check';
import { judgedScopes } from './judgedScopes';

export const conditionAfterConnect: Check = {
  code: 'condition-after-connect',
  group: 'path',
  severity: 'information',
  title: 'A test of the call status right after a connect',
  doc: `\`condition_call_status\` tests the caller's own call. That one is in progress once it was answered, whether the other party of the \`connect\` answered, was busy or has hung up: the test tells nothing about the other party, and a voicemail behind it is never reached.

VoIPbin sets no variable that tells whether the other party answered. With \`relay_reason\` on the \`connect\` the call ends with the reason of the other party.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:473-604\` \`actionHandleConnect\`.`,
  *check(model) {
    const { to } = flowGraph(model);
    const judged = judgedScopes(model);
    for (const action of actionsOfType(model, 'condition_call_status')) {
      if (!judged.has(action.scope)) continue;
      const connect = to.get(action)?.find(({ from }) => from.type === 'connect')?.from;
      if (!connect) continue;
      yield {
        at: action.typeNode ?? action.node,
        message:
          'This tests the own call, which is in progress whether the other party of the `connect` answered or not: it does not tell them apart. Remove the test, or use `relay_reason` on the `connect`.',
        ...(connect.typeNode ? { related: [{ at: connect.typeNode, message: 'The `connect` before it.' }] } : {}),
      };
    }
  },
};
