import { limits } from '../../catalog/limits';
import { distancesIn } from '../../graph/distances';
import { graphOf } from '../../graph/flowGraph';
import { triggerOf } from '../../model/trigger';
import type { Check } from '../check';
import { judgedScopes } from './judgedScopes';

const { executions } = limits;

export const budgetExceeded: Check = {
  code: 'budget-exceeded',
  group: 'path',
  severity: 'warning',
  title: 'Actions beyond the 101 that one run may execute',
  doc: `${executions.doc} Even on the shortest way more than ${executions.value} actions are executed before this one: no call ever gets there. It is reported on the first such action of a list.

Shorten the way: put several texts into one \`talk\`, take out what VoIPbin skips. A second flow through \`fetch_flow\` does not help, since it shares the count; a \`branch\` early on does, since only what is on the way counts.

VoIPbin's documentation speaks of 1000 actions and 100 waits; its engine counts to ${executions.value}.

Source: \`${executions.source}\`.`,
  *check(model, { flowTrigger }) {
    const graph = graphOf(model, 'documented', flowTrigger);
    for (const scope of judgedScopes(model)) {
      // Where every action is a step further it takes more than half as many.
      if (scope.actions.length <= executions.value / 2) continue;
      const trigger = triggerOf(model, scope, flowTrigger);
      const distances = distancesIn(graph, scope, { semantics: 'documented', trigger });
      const beyond = scope.actions.find((action) => (distances.get(action)?.used ?? 0) > executions.value);
      if (!beyond) continue;
      yield {
        at: beyond.typeNode ?? beyond.node,
        message: `Before this action every way has executed ${executions.value} actions, and VoIPbin runs no more: it stops the flow and drops the call. Shorten the way to it.`,
      };
    }
  },
};
