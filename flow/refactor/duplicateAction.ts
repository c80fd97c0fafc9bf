import { applyEdits, type Edit, insertTexts } from '../edit/edit';
import { indentAt } from '../edit/textFormat';
import type { Place } from '../json/place';
import type { ActionNode, FlowModel, Scope } from '../model/flowModel';
import { freshId } from './freshId';
import { removeNext } from './leadTo';
import { goesOn } from './nextOf';

/**
 * The edits that put a copy of an action behind it, with new ids for it and for what is nested in it. The copy runs next and goes on where the
 * action went on. None where the text is one action without a list.
 */
export function duplicateAction(model: FlowModel, action: ActionNode, newId: () => string): Edit[] {
  const { node, scope } = action;
  if (scope.fragment) return [];
  const copied = applyEdits(model.text, renewIds(model, action, newId));
  const grown = copied.length - model.text.length;
  // What is changed lies within the action, so that the rest of the text tells where it ends now.
  const copy = copied.slice(node.offset, node.end + grown);
  return [
    ...(goesOn(action) ? removeNext(model, action) : []),
    ...insertTexts(model, scope.list, [copy], indentAt(model.text, node.offset), node),
  ];
}

/** The edits that give an action and all within it new ids, with the references among them. */
function renewIds(model: FlowModel, action: ActionNode, newId: () => string): Edit[] {
  const { node } = action;
  const isWithin = (candidate: ActionNode) => candidate.node.offset >= node.offset && candidate.node.end <= node.end;
  const renewed = new Map<Scope, Map<string, string>>();
  const edits: Edit[] = [];
  const put = ({ offset, end }: Place, id: string) => edits.push({ offset, end, text: JSON.stringify(id) });
  for (const copied of model.actions.filter(isWithin)) {
    if (copied.id === undefined || !copied.idNode) continue;
    const ids = renewed.get(copied.scope) ?? new Map<string, string>();
    renewed.set(copied.scope, ids);
    // In a list of its own a name is free for the copy.
    if (copied.name !== undefined && copied !== action) continue;
    const id = ids.get(copied.id) ?? freshId(model, copied, newId);
    ids.set(copied.id, id);
    put(copied.idNode, id);
  }
  for (const { from, id, node: value } of model.references) {
    const renamed = id !== undefined && isWithin(from) ? renewed.get(from.scope)?.get(id) : undefined;
    if (renamed !== undefined) put(value, renamed);
  }
  return edits;
}
