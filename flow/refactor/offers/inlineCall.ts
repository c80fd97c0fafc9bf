import { type Edit, insertMember, prependMember, replaceValue } from '../../edit/edit';
import { cut } from '../../edit/moveInto';
import { indentAt } from '../../edit/textFormat';
import type { ActionNode, FlowModel, Scope } from '../../model/flowModel';
import { freshIdIn } from '../freshId';
import { inSteps, stepOn } from '../inSteps';
import { goesOn } from '../nextOf';
import { onlyAction, type Refactoring } from '../refactoring';

export const inlineCall: Refactoring = {
  name: 'inline-call',
  kind: 'inline',
  offer(selection) {
    const { model } = selection;
    const action = onlyAction(selection);
    const inner = action && nestedIn(model, action);
    if (!action || !inner?.actions[0] || inner.strays.length > 0) return undefined;
    return {
      title: 'Replace this call with its actions, which then run on this call',
      edits: (newId) => inline(model, action, newId),
    };
  },
};

const nestedIn = (model: FlowModel, action: ActionNode): Scope | undefined =>
  action.type === 'call' ? model.scopes.find(({ owner }) => owner === action) : undefined;

function inline(model: FlowModel, action: ActionNode, newId: () => string): Edit[] {
  return inSteps(
    model,
    stepOn(model, action, (later, current) => renewTaken(later, current, newId)),
    stepOn(model, action, leadToFirst),
    stepOn(model, action, handOnNext),
    stepOn(model, action, (later, current) => {
      const inner = nestedIn(later, current);
      const { node } = current;
      const [first] = inner?.actions ?? [];
      const last = inner?.actions[inner.actions.length - 1];
      if (!first || !last) return [];
      const text = cut(later.text, first.node.offset, last.node.end, indentAt(later.text, node.offset));
      return [{ offset: node.offset, end: node.end, text }];
    }),
  );
}

/** Ids that the list around has too become others. */
function renewTaken(model: FlowModel, action: ActionNode, newId: () => string): Edit[] {
  const inner = nestedIn(model, action);
  const renewed = new Map<string, string>();
  const edits: Edit[] = [];
  for (const nested of inner?.actions ?? []) {
    const { id, idNode } = nested;
    if (id === undefined || id === action.id || !idNode || !action.scope.byId.has(id)) continue;
    renewed.set(id, renewed.get(id) ?? freshIdIn(model, action.scope, nested, renewed.values(), newId));
    edits.push(...replaceValue(model, idNode, renewed.get(id)));
  }
  for (const { from, id, node } of model.references) {
    const other = from.scope === inner && id !== undefined ? renewed.get(id) : undefined;
    if (other !== undefined) edits.push(...replaceValue(model, node, other));
  }
  return edits;
}

/** What led to the call leads to the first of its actions. */
function leadToFirst(model: FlowModel, action: ActionNode): Edit[] {
  const [first] = nestedIn(model, action)?.actions ?? [];
  if (!first || action.id === undefined || first.id === action.id) return [];
  if (first.id === undefined && action.idNode) {
    const id = action.idNode.value;
    return first.idNode ? replaceValue(model, first.idNode, id) : prependMember(model, first.node, 'id', id);
  }
  return model.references
    .filter(({ from, id }) => from.scope === action.scope && id === action.id)
    .flatMap(({ node }) => replaceValue(model, node, first.id));
}

/** The last action goes on where the call went on. */
function handOnNext(model: FlowModel, action: ActionNode): Edit[] {
  const inner = nestedIn(model, action)?.actions ?? [];
  const last = inner[inner.length - 1];
  if (!last || last.nextNode || !goesOn(last) || action.nextNode?.type !== 'string') return [];
  return insertMember(model, last.node, 'next_id', action.nextNode.value);
}
