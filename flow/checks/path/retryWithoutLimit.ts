import { limits } from '../../catalog/limits';
import type { Edge } from '../../graph/edge';
import { graphOf } from '../../graph/flowGraph';
import { closingEdges, hasWayOut, type Loop, type NamedEdge } from '../../graph/loops';
import { costOf, mayChangeAnything, readsOf } from '../../graph/step';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { triggerOf } from '../../model/trigger';
import { namesSetBy } from '../../model/variables';
import { alsoDropped } from '../alsoDropped';
import type { Check } from '../check';
import { describeAction } from './describeAction';
import { listLoops } from './listLoops';

export const retryWithoutLimit: Check = {
  code: 'retry-without-limit',
  group: 'path',
  severity: 'information',
  title: 'A loop without a count',
  doc: `A caller who presses nothing or a wrong key goes back each time, and nothing counts how often. After ${limits.executions.value} actions VoIPbin stops the flow and silently drops the call. A menu of \`talk\`, \`digits_receive\` and \`branch\` ends after 33 rounds; one that asks twice in a round ends sooner.

Count the rounds: give your own variable another value in each round with \`variable_set\`, and test it with \`condition_variable\`. After enough rounds, lead the caller to a goodbye or to a person. Or repeat the actions for the second try.

A loop that the caller chooses with a key of a \`branch\` is not reported. Nor is one that tests a variable it sets.

Source: \`bin-flow-manager/pkg/activeflowhandler/db.go:288-291\` \`updateNextAction\`.`,
  check(model, report, { flowTrigger }) {
    const graph = graphOf(model, 'documented', flowTrigger);
    for (const loop of listLoops(model, graph, isTakenUnasked)) {
      if (!hasWayOut(graph, loop) || counts(model, loop)) continue;
      for (const closing of lastOfEach(closingEdges(graph, loop).filter(isTakenUnasked))) {
        const rounds = Math.floor(limits.executions.value / costOfRound(closing, loop));
        report({
          at: closing.reference.node,
          message: `This leads back to ${describeAction(closing.to)}, and nothing counts how often. After about ${rounds} rounds VoIPbin stops the flow${alsoDropped(triggerOf(model, closing.from.scope, flowTrigger))}. Count the rounds, and lead out of the loop.`,
        });
      }
    }
  },
};

/** Whether a caller who presses nothing can take the edge; the key of a case is pressed on purpose. */
function isTakenUnasked({ kind, reference }: Edge): boolean {
  return kind !== 'case' || reference?.caseKey === '';
}

/** Of the edges that lead back to one action the last. */
function lastOfEach(edges: readonly NamedEdge[]): Iterable<NamedEdge> {
  return new Map(edges.map((edge) => [edge.to, edge])).values();
}

/** Whether a counted jump is part of the loop, or something tests what the loop sets; what is not in the document may do so too. */
function counts(model: FlowModel, loop: Loop): boolean {
  const set = new Set<string>();
  for (const action of loop) {
    if (action.type === 'goto' || mayChangeAnything(action)) return true;
    if (action.type === 'variable_set') for (const name of namesSetBy(action)) set.add(name);
  }
  return [...loop].some(
    (action) => action.definition?.testsVariable && [...readsOf(model, action)].some((text) => set.has(text)),
  );
}

/** The executions of a round: along the list from the first action to the one that leads back. */
function costOfRound({ from, to }: NamedEdge, loop: Loop): number {
  const between = from.scope.actions.slice(to.order, from.order + 1).filter((action: ActionNode) => loop.has(action));
  return between.reduce((sum, actionNode) => sum + costOf(actionNode), 0);
}
