import { type JsonNode, member } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { isBroken } from '../../model/isBroken';
import type { Check } from '../check';
import { listFlowChoices } from './listFlowChoices';

export const emptyActions: Check = {
  code: 'empty-actions',
  group: 'document',
  severity: 'information',
  title: 'A list without actions',
  doc: `The flow has nothing to run: it ends at once, and VoIPbin hangs up the call.

Add the first action. Completion offers one between the brackets.

Source: \`bin-flow-manager/pkg/stackmaphandler/action.go\` \`GetNextAction\`: the end of the list is the end of the flow.`,
  check(model, report) {
    for (const list of listLists(model)) {
      if (list.type !== 'null' && (list.type !== 'array' || list.children.length > 0 || isBroken(model, list)))
        continue;
      report({
        at: list,
        message: 'The list has no actions. The flow ends at once, and VoIPbin hangs up the call. Add an action.',
      });
    }
  },
};

/** The lists of actions that are to run, since no `flow_id` wins over them. */
function listLists(model: FlowModel): JsonNode[] {
  const { root, shape, body } = model;
  const lists: JsonNode[] = [];
  if (shape === 'list' && root) lists.push(root);
  let chosen = false;
  for (const { action, namesFlow, actions } of listFlowChoices(model)) {
    if (!action) chosen = true;
    if (actions && !namesFlow) lists.push(actions);
  }
  const actions = chosen ? undefined : member(body, 'actions');
  if (actions) lists.push(actions);
  return lists;
}
