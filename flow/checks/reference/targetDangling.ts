import { reservedIds } from '../../catalog/reservedIds';
import type { FlowModel, Reference } from '../../model/flowModel';
import type { Check, Fix } from '../check';
import { type DanglingReference, findElsewhere, listDangling, sayReference } from './listTargets';
import { appendAction, offerNearest } from './offerTargets';

export const targetDangling: Check = {
  code: 'target-dangling',
  group: 'target',
  severity: 'error',
  title: 'A jump to an action that is not there',
  doc: `No action of the list bears the id to which the jump leads. When the jump is taken, the flow stops and the call is dropped; nothing tells why. It happens when an action is deleted or copied, and when an id is mistyped.

Take the id of an action that is there. The quick fixes take the nearest one, or add a \`hangup\` with the id at the end of the list, to be made into what is wanted.

A flow that \`fetch_flow\` runs may jump to an action of the flow that fetched it. Nothing in the file shows that; turn the check off for such a file.

Source: \`bin-flow-manager/pkg/stackmaphandler/action.go:32-77\` \`GetAction\`.`,
  *check(model) {
    for (const reference of listDangling(model)) {
      const { kind, id } = reference;
      if (kind === 'next' || reservedIds.has(id) || findElsewhere(model, reference, id)) continue;
      yield {
        at: reference.node,
        message: `No action has this id. ${sayConsequence(reference)} Take the id of an action in this list.`,
        fixes: () => listFixes(model, reference),
      };
    }
    for (const reference of model.references.filter(
      (one) => one.kind === 'case' && one.id === undefined && one.node.type === 'null',
    )) {
      yield {
        at: reference.node,
        message: `${sayReference(reference)} is \`null\`. ${sayConsequence(reference)} Put the id of an action there, or remove it.`,
      };
    }
  },
  fixes: 'unsure',
};

function listFixes(model: FlowModel, reference: DanglingReference): Fix[] {
  const edits = appendAction(model, reference.from, 'hangup', reference.id);
  return [...offerNearest(model, reference), { title: 'Add a `hangup` with this id', edits }];
}

function sayConsequence({ kind, caseKey, from }: Reference): string {
  const stops = 'the flow stops and a call is hung up.';
  if (kind === 'case') return `When the value is ${JSON.stringify(caseKey ?? '')}, ${stops}`;
  if (kind === 'default') return `When no case fits, ${stops}`;
  return kind === 'false' ? `When the test is false, ${stops}` : `When the \`${from.type}\` jumps, ${stops}`;
}
