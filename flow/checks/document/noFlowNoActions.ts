import type { Check } from '../check';
import { listFlowChoices } from './listFlowChoices';

export const noFlowNoActions: Check = {
  code: 'no-flow-no-actions',
  group: 'document',
  severity: 'warning',
  title: 'Neither a flow nor actions',
  doc: `The body of a request, or a \`call\` action, says what to run by \`flow_id\` or by \`actions\`. With neither there is nothing to run: whoever answers the call is hung up on at once, and the call is paid for. The empty id (\`00000000-…\`) counts as no flow.

Add one of the two. To let a phone ring and nothing else this is the right way; turn the check off for such a file.

Source: \`bin-api-manager/pkg/servicehandler/call.go\` \`CallCreate\`; \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:917-928\` \`actionHandleCall\`.`,
  *check(model) {
    for (const { object, action, flowId, neither } of listFlowChoices(model)) {
      if (!neither) continue;
      const at = flowId ?? object ?? action?.node;
      if (!at) continue;
      const what = flowId
        ? 'The empty `flow_id` names no flow, and there are no `actions`'
        : 'There is neither `flow_id` nor `actions`';
      const consequence =
        model.shape === 'activeflow' && !action
          ? 'the run ends as soon as it begins'
          : 'whoever answers the call is hung up on at once';
      yield { at, about: 'actions', message: `${what}: ${consequence}. Add one of them.` };
    }
  },
};
