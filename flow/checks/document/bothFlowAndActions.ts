import { remove } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import type { Check, Fix } from '../check';
import { listFlowChoices } from './listFlowChoices';

export const bothFlowAndActions: Check = {
  code: 'both-flow-and-actions',
  group: 'document',
  severity: 'warning',
  title: 'A flow and actions at the same time',
  doc: `In the body of a request, and in a \`call\` action, \`flow_id\` wins: VoIPbin runs the stored flow and ignores \`actions\` silently.

Remove the one you do not need. VoIPbin never reads these actions, so nothing else in them is reported. The empty id (\`00000000-…\`) counts as missing. So does a text that is not a UUID in the body of a request. Then the actions run.

Source: \`bin-api-manager/pkg/servicehandler/call.go\` \`CallCreate\`; \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:917-928\` \`actionHandleCall\`.`,
  check(model, report) {
    for (const { flowId, namesFlow, actions } of listFlowChoices(model)) {
      if (!namesFlow || !flowId || actions?.type !== 'array' || actions.children.length === 0) continue;
      report({
        at: actions,
        message: 'These actions never run, because VoIPbin uses `flow_id` instead. Remove one of the two.',
        related: [{ at: flowId, message: 'This flow runs instead.' }],
        fixes: () => [actions, flowId].map((node) => removal(model, node)),
      });
    }
  },
  fixes: 'unsure',
};

const removal = (model: FlowModel, node: JsonNode): Fix => ({
  title: `Remove \`${node.key?.name}\``,
  edits: remove(model, node),
});
