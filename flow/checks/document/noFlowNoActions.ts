import type { Check } from '../check';
import { listFlowChoices } from './listFlowChoices';

export const noFlowNoActions: Check = {
  code: 'no-flow-no-actions',
  group: 'document',
  severity: 'warning',
  title: 'Neither a flow nor actions',
  doc: `The body of a request, or a \`call\` action, names what to run with \`flow_id\` or \`actions\`. Without both there is nothing to run: VoIPbin hangs up as soon as the call is answered, and you pay for the call. The empty id (\`00000000-…\`) counts as no flow.

Add one of the two. If a phone should only ring, turn the check off for the file.

Source: \`bin-api-manager/pkg/servicehandler/call.go\` \`CallCreate\`; \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:917-928\` \`actionHandleCall\`.`,
  check(model, report) {
    for (const { object, action, flowId, neither } of listFlowChoices(model)) {
      if (!neither) continue;
      const at = flowId ?? object ?? action?.node;
      if (!at) continue;
      const what = flowId
        ? 'The empty `flow_id` is not a flow, and there are no `actions`'
        : 'There is neither `flow_id` nor `actions`';
      const consequence =
        model.shape === 'activeflow' && !action
          ? 'the run ends at once'
          : 'VoIPbin hangs up as soon as the call is answered';
      report({ at, missing: 'actions', message: `${what}: ${consequence}. Add one of them.` });
    }
  },
};
