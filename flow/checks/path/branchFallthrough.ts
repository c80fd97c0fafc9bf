import { insertItem, insertMember } from '../../edit/edit';
import { type FlowGraph, flowGraph } from '../../graph/flowGraph';
import type { ActionNode, FlowModel, Scope } from '../../model/flowModel';
import { actionsOfType } from '../../model/listActions';
import type { Check, Fix } from '../check';
import { judgedScopes } from './judgedScopes';
import { sayAction } from './sayAction';

export const branchFallthrough: Check = {
  code: 'branch-fallthrough',
  group: 'path',
  severity: 'information',
  title: 'An arm of a branch that runs on into the next',
  doc: `The actions that a case of a \`branch\` leads to go on with the next action of the list, and that is where another case, or the default, begins: a caller who chose sales hears support afterwards.

End the arm with a \`hangup\`, or lead it elsewhere with \`next_id\`; there are quick fixes for both. Where it is meant, as a text before the one that all hear, leave it.

It is reported on the last action of the arm. Source: \`bin-flow-manager/pkg/stackmaphandler/action.go\` \`GetNextAction\`.`,
  *check(model) {
    const graph = flowGraph(model);
    const judged = judgedScopes(model);
    const ends = new Map<Scope, readonly number[]>();
    const reported = new Set<ActionNode>();
    for (const branch of actionsOfType(model, 'branch')) {
      const { scope } = branch;
      if (!judged.has(scope) || !graph.reachable.has(branch)) continue;
      const runs = ends.get(scope) ?? runEnds(graph, scope);
      ends.set(scope, runs);
      const arms = armsOf(graph, branch);
      for (const [at, arm] of arms.entries()) {
        const next = arms[at + 1];
        const last = next && scope.actions[next.order - 1];
        if (!next || !last || (runs[arm.order] ?? 0) < next.order || reported.has(last)) continue;
        reported.add(last);
        yield {
          at: last.typeNode ?? last.node,
          message: `This arm of the \`branch\` runs on into the next, at ${sayAction(next)}. End it with a \`hangup\`, or lead it elsewhere with \`next_id\`.`,
          ...(next.typeNode ? { related: [{ at: next.typeNode, message: 'The next arm begins here.' }] } : {}),
          fixes: () => listFixes(model, graph, last, arms),
        };
      }
    }
  },
  fixes: 'unsure',
};

/** The actions that a branch leads to, in order of the list. */
function armsOf({ from }: FlowGraph, branch: ActionNode): ActionNode[] {
  const targets = new Set<ActionNode>();
  for (const { to, kind } of from.get(branch) ?? []) if (to && (kind === 'case' || kind === 'default')) targets.add(to);
  return [...targets].sort((a, b) => a.order - b.order);
}

/** For each action of a list where the run of it ends that goes from one action to the one below. */
function runEnds({ from }: FlowGraph, { actions }: Scope): readonly number[] {
  const ends: number[] = [];
  for (let order = actions.length - 1; order >= 0; order--) {
    const action = actions[order];
    const runsOn = action && from.get(action)?.some(({ kind, to }) => kind === 'next' && to?.order === order + 1);
    ends[order] = runsOn ? (ends[order + 1] ?? order) : order;
  }
  return ends;
}

function listFixes(model: FlowModel, { from }: FlowGraph, last: ActionNode, arms: readonly ActionNode[]): Fix[] {
  const fixes: Fix[] = [
    {
      title: 'Insert a `hangup` behind it',
      edits: insertItem(model, last.scope.list, { type: 'hangup' }, last.position + 1),
    },
  ];
  const meeting = meetingPoint(from, last, arms);
  if (meeting?.id !== undefined && meeting.idNode && !last.nextNode && last.definition?.successor === 'continue')
    fixes.push({
      title: `Lead it to ${sayAction(meeting)}, as another arm`,
      edits: insertMember(model, last.node, 'next_id', meeting.idNode.value),
    });
  return fixes;
}

/** Where another arm goes by `next_id` at its end, behind this one. */
function meetingPoint(from: FlowGraph['from'], last: ActionNode, arms: readonly ActionNode[]): ActionNode | undefined {
  for (const arm of arms) {
    for (let at: ActionNode | undefined = arm, steps = 0; at && steps < 20; steps++) {
      const [only, ...others]: FlowGraph['edges'] = from.get(at) ?? [];
      if (!only || others.length > 0) break;
      if (only.kind === 'next_id' && only.to && !arms.includes(only.to) && only.to.order > last.order) return only.to;
      at = only.kind === 'next' ? only.to : undefined;
    }
  }
  return undefined;
}
