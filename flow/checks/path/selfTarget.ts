import { remove } from '../../edit/edit';
import { flowGraph } from '../../graph/flowGraph';
import { isNamed } from '../../graph/loops';
import { isTakenOnce } from '../../graph/step';
import type { JsonNode } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import type { Check, Fix } from '../check';
import { judgedScopes } from './judgedScopes';

export const selfTarget: Check = {
  code: 'self-target',
  group: 'path',
  severity: 'warning',
  title: 'An action that jumps to itself',
  doc: `A \`next_id\` or a target names its own action, so the action runs again and again. Usually an id was copied. The call ends there after 101 actions, or when the caller hangs up first.

A \`branch\` empties its variable. A case with a key leads to its own \`branch\` once, and then the case \`""\` or the default is taken.

Name another action. A \`next_id\` can be left out: then the next action of the list follows.

Source: \`bin-flow-manager/pkg/stackmaphandler/action.go\` \`GetNextAction\`.`,
  insteadOf: ['retry-without-limit', 'caller-dropped'],
  check(model, report) {
    const graph = flowGraph(model);
    for (const scope of judgedScopes(model)) {
      for (const action of scope.actions) {
        for (const edge of graph.from(action)) {
          if (edge.to !== action || !isNamed(edge)) continue;
          report({
            at: edge.reference.node,
            message: isTakenOnce(edge.reference)
              ? 'This case leads to its own `branch`, which has emptied its variable: no case with a key fits then. Name another action.'
              : `This leads to its own action, so \`${action.type}\` runs again and again until VoIPbin drops the call after 101 actions. Name another action.`,
            fixes: () => (edge.kind === 'next_id' ? [removeNextId(model, edge.reference.node)] : []),
          });
        }
      }
    }
  },
  fixes: 'unsure',
};

function removeNextId(model: FlowModel, node: JsonNode): Fix {
  return { title: 'Remove `next_id`', edits: remove(model, node) };
}
