import { remove } from '../../edit/edit';
import { type JsonNode, member } from '../../json/node';
import type { Check } from '../check';
import { listFlowChoices } from './listFlowChoices';

export const bothFlowAndActions: Check = {
  code: 'both-flow-and-actions',
  group: 'document',
  severity: 'warning',
  title: 'A flow and actions at the same time',
  doc: `In the body of a request, and in a \`call\` action, \`flow_id\` wins: VoIPbin runs the stored flow and ignores \`actions\` without a word.

Remove the one that is not meant. Since these actions are never read, nothing else in them is reported. A \`flow_id\` that is the empty id, or no UUID in a body, counts as absent and does not win.

Source: \`bin-api-manager/pkg/servicehandler/call.go\` \`CallCreate\`; \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:917-928\` \`actionHandleCall\`.`,
  *check(model) {
    for (const { flowId, namesFlow, actions } of listFlowChoices(model)) {
      if (!namesFlow || !flowId || actions?.type !== 'array' || actions.children.length === 0) continue;
      yield {
        at: actions,
        message: 'These actions never run: `flow_id` is there too, and it wins. Remove one of the two.',
        related: [{ at: flowId, message: 'This flow runs instead.' }],
      };
    }
  },
  unsure: true,
  fixes(model, { at }) {
    if (!('type' in at) || !at.parent) return [];
    const flowId = member(at.parent, 'flow_id');
    const title = (node: JsonNode) => `Remove \`${node.key?.name}\``;
    return [
      { title: title(at), edits: remove(model, at) },
      ...(flowId ? [{ title: title(flowId), edits: remove(model, flowId) }] : []),
    ];
  },
};
