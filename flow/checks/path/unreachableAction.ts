import { reservedIds } from '../../catalog/reservedIds';
import { removeAll } from '../../edit/edit';
import { isDrop } from '../../graph/edge';
import { type FlowGraph, graphOf } from '../../graph/flowGraph';
import { targetOf } from '../../graph/target';
import { member } from '../../json/node';
import type { ActionNode, FlowModel, Scope } from '../../model/flowModel';
import type { Check, CheckContext, Fix } from '../check';
import { judgedScopes } from './judgedScopes';

export const unreachableAction: Check = {
  code: 'unreachable-action',
  group: 'path',
  severity: 'hint',
  title: 'An action that no way leads to',
  doc: `No way leads from the first action of the list to this one, so VoIPbin never runs it. The action before it ends the flow or jumps elsewhere, and no target or \`next_id\` leads to it.

Add a way to it, or remove it. Often a target was changed, or the action before it ends the flow too early.

Nothing is reported where only VoIPbin can know: a target in a variable can lead to any action with an id. So can the actions of \`fetch\`, \`fetch_flow\` and \`queue_join\`, which can jump back into this list. A reference that leads nowhere is reported separately.

Source: \`bin-flow-manager/pkg/stackmaphandler/action.go\` \`GetNextAction\`, \`GetAction\`.`,
  tags: ['unnecessary'],
  check(model, report, context) {
    for (const scope of judgedScopes(model)) {
      const all = unreachableIn(model, scope, context);
      for (const action of all) {
        const { offset, end } = action.node;
        report({
          at: { offset, end },
          message:
            'No way leads to this action, so VoIPbin never runs it. Lead a target or a `next_id` to it, or remove it.',
          fixes: () => listFixes(model, action, all),
        });
      }
    }
  },
  fixes: 'unsure',
};

function listFixes(model: FlowModel, action: ActionNode, all: readonly ActionNode[]): Fix[] {
  const fixes: Fix[] = [];
  if (!model.references.some((reference) => reference.id !== undefined && targetOf(reference) === action))
    fixes.push({ title: 'Remove the action', edits: removeAll(model, [action.node]) });
  const removable = withoutTargets(model, all);
  if (removable.length > 1) {
    const nodes = removable.map(({ node }) => node);
    fixes.push({ title: `Remove all ${nodes.length} actions that no way leads to`, edits: removeAll(model, nodes) });
  }
  return fixes;
}

/** Those of some actions that no other action of the list names, such as one that VoIPbin never runs because it has the id of another. */
function withoutTargets(model: FlowModel, all: readonly ActionNode[]): readonly ActionNode[] {
  const removed = new Set(all);
  let count: number;
  do {
    count = removed.size;
    for (const reference of model.references) {
      const to = reference.id === undefined ? undefined : targetOf(reference);
      if (to && !removed.has(reference.from)) removed.delete(to);
    }
  } while (removed.size < count);
  return [...removed];
}

/** The actions of a list that nothing in the text leads to, mistakes included. Those that bear the id of another have a finding of their own. */
function unreachableIn(model: FlowModel, scope: Scope, { flowTrigger }: CheckContext): readonly ActionNode[] {
  const graph = graphOf(model, 'documented', flowTrigger);
  if (scope.actions.every((action) => graph.isReachable(action))) return [];
  const meant = meantToBeReached(model, graph, scope);
  return scope.actions.filter((action) => {
    if (meant[action.number]) return false;
    return action.id === undefined || scope.byId.get(action.id)?.[0] === action;
  });
}

/** What can be reached if every reference is followed, and those that lead nowhere lead to any action with an id. */
function meantToBeReached({ actions, references }: FlowModel, graph: FlowGraph, scope: Scope): Uint8Array {
  // By the numbers of the actions.
  const named: ActionNode[][] = new Array(actions.length);
  const broken = new Uint8Array(actions.length);
  for (const reference of references) {
    const { from, id } = reference;
    if (from.scope !== scope) continue;
    const to = targetOf(reference);
    if (!to && (id === undefined || !reservedIds.has(id))) broken[from.number] = 1;
    const list = named[from.number];
    if (to && list) list.push(to);
    else if (to) named[from.number] = [to];
  }
  const mayLeadElsewhere = (action: ActionNode) =>
    broken[action.number] === 1 || graph.from(action).some((edge) => edge.open || isDrop(edge));
  const meant = new Uint8Array(actions.length);
  const waiting = scope.actions.slice(0, 1);
  let opened = false;
  for (let action = waiting.pop(); action; action = waiting.pop()) {
    if (meant[action.number]) continue;
    meant[action.number] = 1;
    for (const { to } of graph.from(action)) if (to) waiting.push(to);
    for (const to of named[action.number] ?? []) waiting.push(to);
    const isOld = namedByPosition(action);
    if (!isOld && (opened || !mayLeadElsewhere(action))) continue;
    opened = true;
    for (const actionNode of scope.actions) if (actionNode.idNode || isOld) waiting.push(actionNode);
  }
  return meant;
}

/** Whether the targets are in options that VoIPbin no longer has: those named actions by their positions. */
function namedByPosition({ definition, option }: ActionNode): boolean {
  if (!definition?.removedOptions || !option) return false;
  return Object.entries(definition.removedOptions).some(([name, { successor }]) => {
    if (successor === undefined || !member(option, name)) return false;
    const field = definition.field(successor);
    return (field?.item ?? field)?.refersTo === 'action';
  });
}
