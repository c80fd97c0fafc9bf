import { limits } from '../../catalog/limits';
import type { Edge } from '../../graph/edge';
import { graphOf } from '../../graph/flowGraph';
import { closingEdges, hasWayOut, type Loop, type NamedEdge } from '../../graph/loops';
import { costOf, mayChangeAnything, readsOf } from '../../graph/step';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { namesSetBy } from '../../model/variables';
import type { Check } from '../check';
import { listLoops } from './listLoops';
import { sayAction } from './sayAction';

export const retryWithoutLimit: Check = {
  code: 'retry-without-limit',
  group: 'path',
  severity: 'information',
  title: 'A loop back that nothing counts',
  doc: `A caller who does nothing, or the wrong thing, is led back each time, and nothing counts how often. It goes on until the flow has executed ${limits.executions.value} actions; then VoIPbin stops it and drops the call without a word. A menu of \`talk\`, \`digits_receive\` and \`branch\` ends so after 33 rounds, one that asks twice in a round sooner.

Count the rounds: give a variable of your own another value in each round with \`variable_set\`, test it with \`condition_variable\`, and lead the caller to a goodbye or to a person when there were enough. Or write the second try out.

A loop that the caller asks for, by a key of a \`branch\`, is not reported, nor one in which a variable that the loop sets is tested.

Source: \`bin-flow-manager/pkg/activeflowhandler/db.go:288-291\` \`updateNextAction\`.`,
  *check(model, { flowTrigger }) {
    const graph = graphOf(model, 'documented', flowTrigger);
    for (const loop of listLoops(model, graph, isTakenUnasked)) {
      if (!hasWayOut(graph, loop) || counts(model, loop)) continue;
      for (const closing of lastOfEach(closingEdges(graph, loop).filter(isTakenUnasked))) {
        const rounds = Math.floor(limits.executions.value / costOfRound(closing, loop));
        yield {
          at: closing.reference.node,
          message: `This leads back to ${sayAction(closing.to)}, and nothing counts how often. After about ${rounds} rounds VoIPbin stops the flow and drops the call. Count the rounds, and lead out of the loop.`,
        };
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
    (action) => tests.has(action.type ?? '') && [...readsOf(model, action)].some((one) => set.has(one)),
  );
}

const tests = new Set(['branch', 'condition_variable']);

/** The executions of a round: along the list from the first action to the one that leads back. */
function costOfRound({ from, to }: NamedEdge, loop: Loop): number {
  const between = from.scope.actions.slice(to.order, from.order + 1).filter((one: ActionNode) => loop.has(one));
  return between.reduce((sum, one) => sum + costOf(one), 0);
}
