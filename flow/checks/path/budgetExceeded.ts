import { documentedBudget, limits } from '../../catalog/limits';
import { distancesIn } from '../../graph/distances';
import { graphOf } from '../../graph/flowGraph';
import { triggerOf } from '../../model/trigger';
import { alsoDropped } from '../alsoDropped';
import type { Check } from '../check';
import { judgedScopes } from './judgedScopes';

const { executions } = limits;

export const budgetExceeded: Check = {
  code: 'budget-exceeded',
  group: 'path',
  severity: 'warning',
  title: 'Actions beyond the 101 that one run may execute',
  doc: `${executions.doc} Even the shortest way executes more than ${executions.value} actions before this one: no call ever gets there. The check reports the first such action of a list.

Shorten the way: put several texts into one \`talk\`, and remove actions that VoIPbin skips. A second flow with \`fetch_flow\` does not help, because it shares the count. An early \`branch\` does, because only the actions on the way count.

VoIPbin documents ${documentedBudget.actions} actions and ${documentedBudget.waits} waits; its engine counts to ${executions.value}.

Source: \`${executions.source}\`.`,
  check(model, report, { flowTrigger }) {
    const graph = graphOf(model, 'documented', flowTrigger);
    for (const scope of judgedScopes(model)) {
      // Where every action is a step further it takes more than half as many.
      if (scope.actions.length <= executions.value / 2) continue;
      const trigger = triggerOf(model, scope, flowTrigger);
      const distances = distancesIn(graph, scope, { semantics: 'documented', trigger });
      const beyond = scope.actions.find((action) => (distances.get(action)?.used ?? 0) > executions.value);
      if (!beyond) continue;
      report({
        at: beyond.typeNode ?? beyond.node,
        message: `Every way to this action has already executed ${executions.value} actions. VoIPbin stops the flow${alsoDropped(trigger)}. Shorten the way to it.`,
      });
    }
  },
};
