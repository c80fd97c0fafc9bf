import { insertItem } from '../../edit/edit';
import { type FlowGraph, flowGraph } from '../../graph/flowGraph';
import type { ActionNode, FlowModel, Scope } from '../../model/flowModel';
import { putNext } from '../../refactor/leadTo';
import { namedNext } from '../../refactor/nextOf';
import type { Check, Fix } from '../check';
import { describeAction } from './describeAction';
import { judgedScopes } from './judgedScopes';

export const branchFallthrough: Check = {
  code: 'branch-fallthrough',
  group: 'path',
  severity: 'information',
  title: 'A branch case that runs on into the next',
  doc: `After the actions of one \`branch\` case, the next action of the list runs. Here that action begins another case or the default. For example, a caller who chose sales also hears support.

End the case with a \`hangup\`, or let it continue elsewhere with \`next_id\`; there are quick fixes for both. If it is intended, leave it. Nothing is reported where the next case only ends the flow.

The check reports the last action of the case. Source: \`bin-flow-manager/pkg/stackmaphandler/action.go\` \`GetNextAction\`.`,
  types: ({ type }) => type === 'branch',
  check(model, report, _context, { actions }) {
    const graph = flowGraph(model);
    const judged = judgedScopes(model);
    const ends = new Map<Scope, readonly number[]>();
    const reported = new Set<ActionNode>();
    for (const branch of actions) {
      const { scope } = branch;
      if (!judged.has(scope) || !graph.isReachable(branch)) continue;
      const runs = ends.get(scope) ?? runEnds(graph, scope);
      ends.set(scope, runs);
      const arms = armsOf(graph, branch);
      for (const [at, arm] of arms.entries()) {
        const next = arms[at + 1];
        const last = next && scope.actions[next.order - 1];
        const end = runs[arm.order] ?? 0;
        // What runs on to the branch is its own menu, not another case.
        if (!next || !last || end < next.order || end === branch.order || reported.has(last)) continue;
        // A case that only ends the flow is the end of this one, too.
        if (next.definition?.successor === 'terminate') continue;
        reported.add(last);
        report({
          at: last.typeNode ?? last.node,
          message: `This case of the \`branch\` continues into the next case, at ${describeAction(next)}. End it with a \`hangup\`, or let it continue elsewhere with \`next_id\`.`,
          ...(next.typeNode ? { related: [{ at: next.typeNode, message: 'The next case begins here.' }] } : {}),
          fixes: () => listFixes(model, graph, last, arms),
        });
      }
    }
  },
  fixes: 'unsure',
};

/** The actions that a branch leads to, in order of the list. */
function armsOf(graph: FlowGraph, branch: ActionNode): ActionNode[] {
  const targets = new Set<ActionNode>();
  for (const { to, kind } of graph.from(branch)) if (to && (kind === 'case' || kind === 'default')) targets.add(to);
  return [...targets].sort((a, b) => a.order - b.order);
}

/** For each action of a list where the run of it ends that goes from one action to the one below. */
function runEnds(graph: FlowGraph, { actions }: Scope): readonly number[] {
  const ends: number[] = [];
  for (let order = actions.length - 1; order >= 0; order--) {
    const action = actions[order];
    // A menu to which a case leads back is not part of the case; that a `branch` without a default stops the flow is reported elsewhere.
    const runsOn =
      action &&
      action.type !== 'branch' &&
      graph.from(action).some(({ kind, to }) => kind === 'next' && to?.order === order + 1);
    ends[order] = runsOn ? (ends[order + 1] ?? order) : order;
  }
  return ends;
}

function listFixes(model: FlowModel, graph: FlowGraph, last: ActionNode, arms: readonly ActionNode[]): Fix[] {
  const fixes: Fix[] = [
    {
      title: 'Insert a `hangup` after it',
      edits: insertItem(model, last.scope.list, { type: 'hangup' }, last.position + 1),
    },
  ];
  const meeting = meetingPoint(graph, last, arms);
  if (meeting?.idNode && meeting.id !== undefined && !namedNext(last) && last.definition?.successor === 'continue')
    fixes.push({
      title: `Continue at ${describeAction(meeting)}, as another case does`,
      edits: putNext(model, last, String(meeting.idNode.value)),
    });
  return fixes;
}

/** Where another arm goes by `next_id` at its end, behind this one. */
function meetingPoint(graph: FlowGraph, last: ActionNode, arms: readonly ActionNode[]): ActionNode | undefined {
  for (const arm of arms) {
    for (let at: ActionNode | undefined = arm, steps = 0; at && steps < 20; steps++) {
      const [only, ...others]: FlowGraph['edges'] = graph.from(at);
      if (!only || others.length > 0) break;
      if (only.kind === 'next_id' && only.to && !arms.includes(only.to) && only.to.order > last.order) return only.to;
      at = only.kind === 'next' ? only.to : undefined;
    }
  }
  return undefined;
}
