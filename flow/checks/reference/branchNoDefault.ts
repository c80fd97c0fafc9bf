import { alwaysFits } from '../../graph/alwaysFits';
import { hasKey, member } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { triggerOf } from '../../model/trigger';
import { freshIdOfType } from '../../refactor/freshId';
import { idOf } from '../../refactor/idOf';
import { putOption } from '../../refactor/setOption';
import { alsoDropped } from '../alsoDropped';
import type { Check, Fix } from '../check';
import { appendAction } from './offerTargets';

const option = 'default_target_id';

export const branchNoDefault: Check = {
  code: 'branch-no-default',
  group: 'target',
  severity: 'warning',
  title: 'A branch without a default',
  doc: `VoIPbin documents that a \`branch\` without \`default_target_id\` continues with the next action when no case fits. Its engine stops the flow and drops the call instead: the caller presses another key, or none, and the line goes dead.

Add \`default_target_id\`. The quick fix points it to the next action, as documented. Nothing is reported where the case \`""\` always fits: an earlier \`branch\` has emptied the variable, or a new call has asked for no digits.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:842-852\` \`actionHandleBranch\`.`,
  engineQuirk: true,
  insteadOf: ['option-required'],
  types: ({ type }) => type === 'branch',
  check(model, report, { flowTrigger }, { actions }) {
    for (const action of actions) {
      if (action.optionNode && !action.option && action.optionNode.type !== 'null') continue;
      const target = member(action.option, option);
      if (target ? target.type !== 'null' : isWritten(action)) continue;
      if (alwaysFits(model, action)) continue;
      report({
        at: target ?? action.optionNode ?? action.node,
        missing: option,
        message: `The \`branch\` has no \`${option}\`. VoIPbin documents that the next action follows when no case fits. In fact its engine stops the flow${alsoDropped(triggerOf(model, action.scope, flowTrigger))}. Add it.`,
        fixes: ({ newId }) => (action.scope.fragment ? [] : [addDefault(model, action, newId)]),
      });
    }
  },
  fixes: 'unsure',
};

/** The key is there, being typed or in the wrong place, which has a finding of its own. */
function isWritten({ option: object, node }: ActionNode): boolean {
  return hasKey(object, option) || hasKey(node, option) || (!object && hasKey(node, 'options'));
}

function addDefault(model: FlowModel, action: ActionNode, newId: () => string): Fix {
  const next = action.scope.actions[action.order + 1];
  const { id, edits } = next ? idOf(model, next, newId) : addEnd(model, action, newId);
  const title = next ? 'Lead the default to the next action' : 'Lead the default to a new `hangup` at the end';
  const place = { object: action.option, at: action.optionNode ?? action.node };
  return { title, edits: [...putOption(model, place, option, id), ...edits] };
}

function addEnd(model: FlowModel, action: ActionNode, newId: () => string) {
  const id = freshIdOfType(model, action.scope, 'hangup', newId);
  return { id, edits: appendAction(model, action, 'hangup', id) };
}
