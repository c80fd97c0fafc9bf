import { limits } from '../../catalog/limits';
import { digitsVariable } from '../../catalog/variables';
import { isIdle } from '../../graph/alwaysFits';
import { distancesIn, wayTo } from '../../graph/distances';
import { type Edge, isDrop } from '../../graph/edge';
import type { Meaning } from '../../graph/edgesFrom';
import { type FlowGraph, graphOf } from '../../graph/flowGraph';
import { closingEdges, hasWayOut } from '../../graph/loops';
import { branchVariable } from '../../graph/step';
import type { ActionNode, Scope } from '../../model/flowModel';
import { triggerOf } from '../../model/trigger';
import type { Check, Problem } from '../check';
import { describeWay } from './describeAction';
import { judgedScopes } from './judgedScopes';
import { listLoops, waitsIn } from './listLoops';

export const callerDropped: Check = {
  code: 'caller-dropped',
  group: 'path',
  severity: 'information',
  title: 'A way that drops the caller',
  doc: `A call can end at this action because of an error, not because the flow ends it:

- no case of a \`branch\` fits, and it has no default;
- a target cannot be found or is missing;
- a loop without a way out uses up the ${limits.executions.value} actions of a run.

The line goes dead, and the caller hears no goodbye. The message names the choices on the shortest way there.

End the way with a \`talk\` that says goodbye and a \`hangup\`. A wrong target is reported separately.

Nothing is reported where the flow runs without a call, nor where every way speaks a text directly before: the caller has heard something. A text before a \`branch\` on the pressed keys asks for them and is not a goodbye.

Source: \`bin-flow-manager/pkg/activeflowhandler/execute.go:160-305\`; \`${limits.executions.source}\`.`,
  check(model, report, { flowTrigger, engineQuirks }) {
    const semantics = engineQuirks === false ? 'documented' : 'observed';
    const graph = graphOf(model, semantics, flowTrigger);
    /** Without a call there is no caller. */
    const hasCaller = (scope: Scope) => (triggerOf(model, scope, flowTrigger) ?? 'call') === 'call';
    for (const scope of judgedScopes(model)) {
      if (!hasCaller(scope)) continue;
      const drops: Edge[] = [];
      for (const action of scope.actions) {
        if (!graph.isReachable(action)) continue;
        const edge = graph.from(action).find((way) => isDrop(way) && !isIdle(model, way));
        if (edge && !hasSaidGoodbye(graph, action)) drops.push(edge);
      }
      if (drops.length === 0) continue;
      const meaning: Meaning = { semantics, trigger: triggerOf(model, scope, flowTrigger) };
      const distances = distancesIn(graph, scope, meaning);
      for (const edge of drops) report(problemAt(edge.from, `${why(edge)}.`, wayTo(distances, edge.from)));
    }
    const documented = graphOf(model, 'documented', flowTrigger);
    for (const loop of listLoops(model, documented)) {
      if (loop.size === 1 || hasWayOut(documented, loop) || !waitsIn(model, loop, flowTrigger)) continue;
      const closing = closingEdges(documented, loop).at(-1);
      if (!closing || !hasCaller(closing.from.scope)) continue;
      const { from } = closing;
      const meaning: Meaning = { semantics: 'documented', trigger: triggerOf(model, from.scope, flowTrigger) };
      const reason = `no way leads out of the loop that goes back from here, and after ${limits.executions.value} actions the flow is stopped.`;
      report(problemAt(from, reason, wayTo(distancesIn(documented, from.scope, meaning), from)));
    }
  },
};

function hasSaidGoodbye(graph: FlowGraph, action: ActionNode): boolean {
  if (branchVariable(action) === digitsVariable) return false;
  const before = graph.to(action);
  return before.length > 0 && before.every(({ from }) => from.definition?.heard === 'message');
}

function why({ kind, name, from, reference }: Edge): string {
  if (kind === 'default' && !reference) return 'the value can fit no case, and there is no default';
  const what = kind === 'case' ? `the target of the case ${name}` : `the target of \`${name}\``;
  return from.type !== undefined && reference ? `${what} cannot be found` : `${what} is missing`;
}

function problemAt({ typeNode, node }: ActionNode, reason: string, way: readonly Edge[]): Problem {
  const choices = describeWay(way);
  const shortest = choices === undefined ? '' : ` Shortest way: ${choices}.`;
  return {
    at: typeNode ?? node,
    message: `VoIPbin can drop the caller here without a goodbye: ${reason}${shortest} End the way with a \`talk\` and a \`hangup\`.`,
  };
}
