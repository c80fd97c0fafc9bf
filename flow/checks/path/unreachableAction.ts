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
  doc: `No way from the first action of the list leads to this one: what stands before it ends the flow or jumps elsewhere, and no target and no \`next_id\` names it. VoIPbin never runs it.

Lead a way to it, or remove it. Mostly a target was changed, or the action before it ends the flow too early.

Nothing is reported where only the running system knows: with a target that a variable holds, or after \`fetch\`, \`fetch_flow\` and \`queue_join\`, whose actions can jump back into this list, any action with an id can be reached. A reference that leads nowhere has a finding of its own, and what it was meant for is not reported again.

Source: \`bin-flow-manager/pkg/stackmaphandler/action.go\` \`GetNextAction\`, \`GetAction\`.`,
  tags: ['unnecessary'],
  *check(model, context) {
    for (const scope of judgedScopes(model)) {
      const all = unreachableIn(model, scope, context);
      for (const action of all) {
        const { offset, end } = action.node;
        yield {
          at: { offset, end },
          message:
            'No way leads to this action, so VoIPbin never runs it. Lead a target or a `next_id` to it, or remove it.',
          fixes: () => listFixes(model, action, all),
        };
      }
    }
  },
  fixes: 'unsure',
};

function listFixes(model: FlowModel, action: ActionNode, all: readonly ActionNode[]): Fix[] {
  const fixes: Fix[] = [];
  if (!model.references.some((one) => one.id !== undefined && targetOf(one) === action))
    fixes.push({ title: 'Remove the action', edits: removeAll(model, [action.node]) });
  if (all.length > 1) {
    const nodes = all.map(({ node }) => node);
    fixes.push({ title: `Remove all ${all.length} actions that no way leads to`, edits: removeAll(model, nodes) });
  }
  return fixes;
}

/** The actions of a list that nothing in the text leads to, mistakes included. Those that bear the id of another have a finding of their own. */
function unreachableIn(model: FlowModel, scope: Scope, { flowTrigger }: CheckContext): readonly ActionNode[] {
  const graph = graphOf(model, 'documented', flowTrigger);
  if (scope.actions.every((action) => graph.reachable.has(action))) return [];
  const meant = meantToBeReached(model, graph, scope);
  return scope.actions.filter((action) => {
    if (meant.has(action)) return false;
    return action.id === undefined || scope.byId.get(action.id)?.[0] === action;
  });
}

/** What can be reached if every reference is followed, and those that lead nowhere lead to any action with an id. */
function meantToBeReached({ references }: FlowModel, graph: FlowGraph, scope: Scope): ReadonlySet<ActionNode> {
  const named = new Map<ActionNode, ActionNode[]>();
  const broken = new Set<ActionNode>();
  for (const reference of references) {
    const { from, id } = reference;
    if (from.scope !== scope) continue;
    const to = targetOf(reference);
    if (!to && (id === undefined || !reservedIds.has(id))) broken.add(from);
    const list = named.get(from);
    if (to && list) list.push(to);
    else if (to) named.set(from, [to]);
  }
  const isBroken = (action: ActionNode) =>
    broken.has(action) || (graph.from.get(action) ?? []).some((edge) => edge.open || isDrop(edge));
  const meant = new Set<ActionNode>();
  const waiting = scope.actions.slice(0, 1);
  let opened = false;
  for (let action = waiting.pop(); action; action = waiting.pop()) {
    if (meant.has(action)) continue;
    meant.add(action);
    for (const { to } of graph.from.get(action) ?? []) if (to) waiting.push(to);
    for (const to of named.get(action) ?? []) waiting.push(to);
    const isOld = namedByPosition(action);
    if (!isOld && (opened || !isBroken(action))) continue;
    opened = true;
    for (const one of scope.actions) if (one.idNode || isOld) waiting.push(one);
  }
  return meant;
}

/** Whether the targets are in options that VoIPbin no longer has: those named actions by their positions. */
function namedByPosition({ definition, option }: ActionNode): boolean {
  if (!definition?.removedOptions || !option) return false;
  return Object.entries(definition.removedOptions).some(([name, { successor }]) => {
    const field = successor === undefined ? undefined : definition.field(successor);
    const isTarget = (field?.item ?? field)?.refersTo === 'action';
    return isTarget && member(option, name) !== undefined;
  });
}
