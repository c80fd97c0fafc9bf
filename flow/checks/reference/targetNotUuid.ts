import { remove } from '../../edit/edit';
import { textOf } from '../../json/node';
import type { FlowModel, Reference } from '../../model/flowModel';
import { indexOf } from '../../model/locate';
import { hasVariable } from '../../model/variableUses';
import { quote } from '../../text/quote';
import { sayUnreadable } from '../../text/sayUnreadable';
import { giveUuidThere } from '../action/giveUuid';
import type { Check, Fix } from '../check';
import { mayBeLeftOut } from '../option/neededFields';
import { listTargets, meantByText, sayReference } from './listTargets';

export const targetNotUuid: Check = {
  code: 'target-not-uuid',
  group: 'target',
  severity: 'error',
  title: 'A target of a jump that is no UUID',
  doc: `Jumps lead to actions by their ids, and ids are UUIDs. VoIPbin reads the options of an action as a whole when the action runs: one target that is no UUID, and all of them are unreadable. The flow stops there and the call is dropped, also when the jump would not have been taken, and in a \`branch\` also when another case fits.

VoIPbin's guide shows readable ids, and they do not work: saving a flow replaces the ids of the actions by random UUIDs and leaves the targets as they are. The quick fix gives the action that is meant a UUID, in its id and in everything that refers to it.

An empty text is no UUID either. A target with a \`\${variable}\` is not judged: it may hold a UUID.

Source: \`bin-flow-manager/pkg/activeflowhandler/execute.go:105-111\`; gofrs/uuid v4.4.0 \`UUID.UnmarshalText\`.`,
  *check(model) {
    for (const reference of listTargets(model).filter(({ id }) => id === undefined)) {
      const text = textOf(reference.node) ?? '';
      if (hasVariable(text)) continue;
      const wrong =
        text === '' ? `${sayReference(reference)} is an empty text, not an id.` : `${quote(text)} is no UUID.`;
      const meant = meantByText(model, reference);
      const removable = text === '' && isOptional(model, reference);
      const advice = meant
        ? 'Give the action that is meant a UUID, and put it here.'
        : removable
          ? 'Put the id of an action there, or leave it out.'
          : 'Put the id of an action there.';
      yield {
        at: reference.node,
        message: `${wrong} ${sayUnreadable(reference.from)} ${advice}`,
        ...(meant?.idNode ? { related: [{ at: meant.idNode, message: 'This action is meant.' }] } : {}),
        fixes: ({ newId }) =>
          removable ? [removal(model, reference)] : meant ? giveUuidThere(model, meant, newId) : [],
      };
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
  const field = indexOf(model).options.get(node)?.field;
  return field !== undefined && mayBeLeftOut(field, node.parent);
}
