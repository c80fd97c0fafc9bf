import { startId } from '../catalog/reservedIds';
import { textOf } from '../json/node';
import type { ActionNode, FlowModel, Reference } from '../model/flowModel';
import { hasVariable } from '../model/variableUses';

/** The action a reference leads to; undefined where the flow ends or is stopped instead. */
export function targetOf({ id, from }: Reference): ActionNode | undefined {
  const { scope } = from;
  if (id === undefined || scope.fragment) return undefined;
  if (id === startId) return scope.actions[0];
  return scope.byId.get(id)?.[0];
}

/** The action to which a value of a kind leads from an action. */
export function targetBy(kind: Reference['kind'], from: ActionNode, model: FlowModel): ActionNode | undefined {
  const reference = model.references.find((reference) => reference.from === from && reference.kind === kind);
  return reference && targetOf(reference);
}

/** Whether the target is not in the document: a variable decides, or the rest of the list is elsewhere. */
export function isOpenTarget({ id, node, from }: Reference): boolean {
  if (id !== undefined) return from.scope.fragment;
  return hasVariable(textOf(node) ?? '');
}
