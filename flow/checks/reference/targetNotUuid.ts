import { remove } from '../../edit/edit';
import { textOf } from '../../json/node';
import type { FlowModel, Reference } from '../../model/flowModel';
import { fieldAt } from '../../model/locate';
import { hasVariable } from '../../model/variableUses';
import { describeUnreadable } from '../../text/describeUnreadable';
import { quote } from '../../text/quote';
import { describeNotId, idWord } from '../action/describeNotId';
import { giveUuidThere } from '../action/giveUuid';
import { moveToJsonc } from '../action/moveToJsonc';
import type { Check, Fix } from '../check';
import { mayBeLeftOut } from '../option/neededFields';
import { describeReference, listTargets, meantByText } from './listTargets';

export const targetNotUuid: Check = {
  code: 'target-not-uuid',
  group: 'target',
  severity: 'error',
  title: 'A jump target that is not a UUID',
  doc: `Jumps lead to actions by id, and ids are UUIDs. VoIPbin reads all options of an action together when the action runs: one target that is not a UUID makes all of them unreadable. The flow stops there and the call is dropped, even if the jump would not be taken or another case of a \`branch\` fits.

VoIPbin's guide shows readable ids, but they do not work. When VoIPbin saves a flow, it replaces the ids of the actions with random UUIDs, but it leaves the targets as they are. The quick fix gives the intended action a UUID, in its id and in all references.

An empty string is not a UUID either. A target with a \`\${variable}\` is not checked: it may hold a UUID.

Source: \`bin-flow-manager/pkg/activeflowhandler/execute.go:105-111\`; gofrs/uuid v4.4.0 \`UUID.UnmarshalText\`.`,
  check(model, report) {
    for (const reference of listTargets(model).filter(({ id }) => id === undefined)) {
      const text = textOf(reference.node) ?? '';
      if (hasVariable(text)) continue;
      const wrong =
        text === ''
          ? `${describeReference(reference)} is an empty string, not an id.`
          : `${quote(text)} ${describeNotId(model, text)}`;
      const meant = meantByText(model, reference);
      const removable = text === '' && isOptional(model, reference);
      const advice = meant
        ? `Give the intended action ${idWord(model)}, and write it here.`
        : removable
          ? 'Write the id of an action, or leave it out.'
          : 'Write the id of an action.';
      report({
        at: reference.node,
        message: `${wrong} ${describeUnreadable(reference.from)} ${advice}`,
        ...(meant?.idNode ? { related: [{ at: meant.idNode, message: 'This is the intended action.' }] } : {}),
        fixes: ({ newId }) =>
          removable
            ? [removal(model, reference)]
            : meant
              ? [...giveUuidThere(model, meant, newId), ...moveToJsonc(model, text)]
              : [],
      });
    }
  },
  fixes: 'unsure',
};

const removal = (model: FlowModel, { node }: Reference): Fix => ({
  title: `Remove ${node.key?.name === '' ? 'the case ""' : `\`${node.key?.name}\``}`,
  edits: remove(model, node),
});

/** A case may be left out; of all other targets the flow stops without, too. */
function isOptional(model: FlowModel, { node, kind }: Reference): boolean {
  if (kind === 'case') return true;
  const field = fieldAt(model, node);
  return field !== undefined && mayBeLeftOut(field, node.parent);
}
