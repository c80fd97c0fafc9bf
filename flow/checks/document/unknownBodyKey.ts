import { findShape } from '../../catalog/documents';
import { remove, renameKey } from '../../edit/edit';
import { member } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { isRemark } from '../../model/isRemark';
import { closest } from '../../text/closest';
import type { Check } from '../check';
import { describeRemark } from './describeRemark';

export const unknownBodyKey: Check = {
  code: 'unknown-body-key',
  group: 'document',
  severity: 'information',
  title: 'A key that the document does not have',
  doc: `VoIPbin silently ignores an unknown key at the top of a document. For example, \`early_execution\` of a \`call\` action does nothing in the body of \`POST /calls\`.

The other keys decide which document it is. Remove the key or correct it. A \`$schema\` is not reported: editors read it. Other keys that begin with \`_\`, \`$\` or \`//\` are notes for people.

Source: \`bin-api-manager/server\` decodes request bodies and ignores names that it does not know.`,
  check(model, report) {
    if (model.shape === 'unknown') return;
    let free: readonly string[] | undefined;
    for (const { node } of model.optionsByField.get(undefined) ?? []) {
      if (!node.key || node.parent !== model.body || node.type === 'missing') continue;
      const { name } = node.key;
      if (name === '$schema') continue;
      if (isRemark(name)) {
        report({ at: node, onKey: true, message: describeRemark(name) });
        continue;
      }
      free ??= namesOf(model).filter((name) => !member(model.body, name));
      const meant = closest(name, free);
      const advice = meant ? `Did you mean \`${meant}\`?` : 'Remove it.';
      report({
        at: node,
        onKey: true,
        message: `VoIPbin ignores \`${name}\`: this document has no such key. ${advice}`,
        unsure: meant === undefined,
        fixes: () => [
          ...(meant ? [{ title: `Rename to \`${meant}\``, edits: renameKey(node, meant), preferred: true }] : []),
          { title: `Remove \`${name}\``, edits: remove(model, node) },
        ],
      });
    }
  },
  fixes: 'sure',
};

/** The keys that the document takes. A bare list of actions becomes a flow as soon as it has one of the others. */
function namesOf({ shape }: FlowModel): string[] {
  return findShape(shape === 'actions' ? 'flow' : shape).fields.map((field) => field.name);
}
