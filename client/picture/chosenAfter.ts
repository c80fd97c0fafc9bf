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
  const found = chosen === 'added' ? added(model, now) : moved && sameAs(moved, model, now);
  return found && (found.typeNode ?? found.node).offset;
}

/** The first action that is not what stood there before. */
function added(before: FlowModel, now: FlowModel): ActionNode | undefined {
  return now.actions.find(({ type, node }, at) => {
    const old = before.actions[at];
    return (
      !old ||
      old.type !== type ||
      before.text.slice(old.node.offset, old.node.end) !== now.text.slice(node.offset, node.end)
    );
  });
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
