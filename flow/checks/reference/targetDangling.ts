import { reservedIds } from '../../catalog/reservedIds';
import { isActionName } from '../../model/actionName';
import type { FlowModel, Reference } from '../../model/flowModel';
import type { Check, Fix } from '../check';
import { describePlainId } from './describePlainId';
import { type DanglingReference, describeMissing, describeReference, findElsewhere, listDangling } from './listTargets';
import { appendAction, offerNearest } from './offerTargets';

export const targetDangling: Check = {
  code: 'target-dangling',
  group: 'target',
  severity: 'error',
  title: 'A jump to an action that does not exist',
  doc: `No action of the list has the id of the jump. When VoIPbin takes the jump, it stops the flow and drops the call, without a reason. This happens when an action is deleted or copied, or an id has a typing error.

Write the id of an existing action. In a \`*.flow.jsonc\` write the name of an action, not the UUID that VoIPbin gets for it: it follows no rename.

The quick fixes use the nearest one, or add a \`hangup\` with the id at the end of the list, which you can change.

A flow that \`fetch_flow\` runs may jump to an action of the flow that fetched it. Nothing in the file shows that; turn the check off for such a file.

Source: \`bin-flow-manager/pkg/stackmaphandler/action.go:32-77\` \`GetAction\`.`,
  check(model, report) {
    for (const reference of listDangling(model)) {
      const { kind, id } = reference;
      if (kind === 'next' || reservedIds.has(id) || findElsewhere(model, reference, id)) continue;
      const plain = describePlainId(model, reference);
      if (plain !== undefined) {
        report({
          at: reference.node,
          severity: 'warning',
          message: plain,
          fixes: () => offerNearest(model, reference),
        });
        continue;
      }
      report({
        at: reference.node,
        message: `No action ${describeMissing(id)}. ${describeConsequence(reference)} Write the ${isActionName(id) ? 'name' : 'id'} of an action in this list.`,
        fixes: () => listFixes(model, reference),
      });
    }
    for (const reference of model.references.filter(
      (candidate) => candidate.kind === 'case' && candidate.id === undefined && candidate.node.type === 'null',
    )) {
      report({
        at: reference.node,
        message: `${describeReference(reference)} is \`null\`. ${describeConsequence(reference)} Write the id of an action, or remove it.`,
      });
    }
  },
  fixes: 'unsure',
};

function listFixes(model: FlowModel, reference: DanglingReference): Fix[] {
  const edits = appendAction(model, reference.from, 'hangup', reference.id);
  return [
    ...offerNearest(model, reference),
    { title: `Add a \`hangup\` with this ${isActionName(reference.id) ? 'name' : 'id'}`, edits },
  ];
}

function describeConsequence({ kind, caseKey, from }: Reference): string {
  const stops = 'VoIPbin stops the flow and hangs up the call.';
  if (kind === 'case') return `When the value is ${JSON.stringify(caseKey ?? '')}, ${stops}`;
  if (kind === 'default') return `When no case fits, ${stops}`;
  return kind === 'false' ? `When the test is false, ${stops}` : `When the \`${from.type}\` jumps, ${stops}`;
}
