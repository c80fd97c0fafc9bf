import { applyEdits, type Edit } from '../../flow/edit/edit';
import { type ActionNode, buildFlowModel, type FlowModel } from '../../flow/model/flowModel';
import type { Asked } from './editsFor';

/** An offset within the action that was added or moved, in the text after the edits; undefined if that is not clear. */
export function chosenAfter(
  model: FlowModel,
  edits: readonly Edit[],
  chosen: NonNullable<Asked['chosen']>,
  moved: ActionNode | undefined,
): number | undefined {
  const text = applyEdits(model.text, edits);
  const now = buildFlowModel(text, { jsonc: model.jsonc });
  const found = chosen === 'added' ? added(edits, now) : moved && sameAs(moved, model, now);
  return found && (found.typeNode ?? found.node).offset;
}

/** The first action of which all is new; of others a target may be. */
function added(edits: readonly Edit[], now: FlowModel): ActionNode | undefined {
  let grown = 0;
  const put = [...edits]
    .sort((a, b) => a.offset - b.offset || a.end - b.end)
    .map(({ offset, end, text }) => {
      const start = offset + grown;
      grown += text.length - (end - offset);
      return { start, stop: start + text.length };
    });
  return now.actions.find(({ node }) => put.some(({ start, stop }) => start <= node.offset && node.end <= stop));
}

/** The same action after an edit: by its id, otherwise the one that moved among equal ones. */
function sameAs(action: ActionNode, before: FlowModel, now: FlowModel): ActionNode | undefined {
  const scope = now.scopes[before.scopes.indexOf(action.scope)];
  if (action.id !== undefined) return scope?.byId.get(action.id)?.[0];
  const said = optionsOf(before, action);
  const alike = (scope?.actions ?? []).filter((other) => other.type === action.type && optionsOf(now, other) === said);
  return alike.find(({ order }) => optionsOf(before, action.scope.actions[order]) !== said) ?? alike[0];
}

const optionsOf = ({ text }: FlowModel, action: ActionNode | undefined) =>
  action && `${action.type} ${action.optionNode ? text.slice(action.optionNode.offset, action.optionNode.end) : ''}`;
