import { removeDisables } from '../../edit/disables';
import { type Edit, prependMember, replaceValue } from '../../edit/edit';
import { cut } from '../../edit/moveInto';
import { formatOf, indentAt } from '../../edit/textFormat';
import { hasLineBreak, isLineBreak } from '../../json/lineAround';
import type { ActionNode, FlowModel, Scope } from '../../model/flowModel';
import { commentsIn } from '../commentsIn';
import { freshIdIn } from '../freshId';
import { type EditStep, follow, inSteps, stepOn } from '../inSteps';
import { putNext } from '../leadTo';
import { nameStart } from '../nameStart';
import { goesOn, namedNext } from '../nextOf';
import { onlyAction, type Refactoring, type Selection } from '../refactoring';
import { takenNames } from '../suggestedNames';

const title = 'Replace this call with its actions, which then run on this call';

export const inlineCall: Refactoring = {
  name: 'inline-call',
  kind: 'inline',
  offer(selection) {
    const { model } = selection;
    const [action, inner] = callIn(selection);
    const [first] = inner?.actions ?? [];
    if (!action || !inner || !first || capturedIn(model, action, inner) !== undefined) return undefined;
    const handsItsIdOn = first.id === undefined || first.id === action.id;
    return {
      title,
      removes: handsItsIdOn ? [] : [action],
      edits: (newId) => inline(model, action, newId),
    };
  },
  refuse(selection) {
    const [action, inner] = callIn(selection);
    const captured = action && inner?.actions[0] && capturedIn(selection.model, action, inner);
    if (captured === undefined) return undefined;
    return {
      title,
      reason: `A jump of the call to ${captured} leads nowhere. It would then lead to an action of the list around the call. Correct its target first.`,
    };
  },
};

/** The chosen call and the list of its actions, where that can be read. */
function callIn(selection: Selection): [action?: ActionNode, inner?: Scope] {
  const action = onlyAction(selection);
  const inner = action && nestedIn(selection.model, action);
  return action && inner && inner.strays.length === 0 ? [action, inner] : [];
}

/** A target in a nested list that leads nowhere there, and that an action of the list around has as its id. */
function capturedIn(model: FlowModel, { scope: around }: ActionNode, inner: Scope): string | undefined {
  return model.references.find(
    ({ from, id }) => from.scope === inner && id !== undefined && !inner.byId.has(id) && around.byId.has(id),
  )?.id;
}

const nestedIn = (model: FlowModel, action: ActionNode): Scope | undefined =>
  action.type === 'call' ? model.scopes.find(({ owner }) => owner === action) : undefined;

function inline(model: FlowModel, action: ActionNode, newId: () => string): Edit[] {
  return inSteps(
    model,
    stepOn(model, action, (later, current) => renewTaken(later, current, newId)),
    ...startSteps(model, action, newId),
    stepOn(model, action, leadToFirst),
    stepOn(model, action, handOnNext),
    stepOn(model, action, unwrap),
  );
}

/** What jumped to the start of the nested list jumps to the first of its actions: the list around has another start. */
function startSteps(model: FlowModel, action: ActionNode, newId: () => string): EditStep[] {
  const find = follow(model, action);
  return nameStart((later) => {
    const current = find(later);
    return current && nestedIn(later, current);
  }, newId);
}

/** The nested actions in the place of the call. Comments that stand elsewhere in it come before the first or behind the last action. */
function unwrap(model: FlowModel, action: ActionNode): Edit[] {
  const { text } = model;
  const { node } = action;
  const inner = nestedIn(model, action)?.actions ?? [];
  const [first] = inner;
  const last = inner[inner.length - 1];
  if (!first || !last) return [];
  const indent = indentAt(text, node.offset);
  const newLine = formatOf(text).eol + indent;
  const before = commentsIn(model, node.offset, first.node.offset, indent).map((comment) => comment + newLine);
  const behind = commentsIn(model, last.node.end, node.end, indent);
  const actions = cut(text, first.node.offset, last.node.end, indent);
  // The first of the actions comes to stand in that line.
  const disables = hasLineBreak(text.slice(node.offset, node.end)) ? removeDisables(text, node) : [];
  if (behind.length === 0)
    return [...disables, { offset: node.offset, end: node.end, text: before.join('') + actions }];
  const [all = '', comma = ''] = /^[ \t]*(,?)[ \t]*/.exec(text.slice(node.end)) ?? [];
  const end = node.end + all.length;
  // The line may go on, and a comment must not take the rest of it in.
  const rest = end === text.length || isLineBreak(text[end]) ? '' : newLine;
  return [
    ...disables,
    { offset: node.offset, end, text: `${before.join('')}${actions}${comma} ${behind.join(newLine)}${rest}` },
  ];
}

/** Ids that the list around has too become others, and so do those for which its jumps look in vain. */
function renewTaken(model: FlowModel, action: ActionNode, newId: () => string): Edit[] {
  const inner = nestedIn(model, action);
  const [first] = inner?.actions ?? [];
  const taken = takenNames(model, action.scope);
  const renewed = new Map<string, string>();
  const edits: Edit[] = [];
  for (const nested of inner?.actions ?? []) {
    const { id, idNode } = nested;
    if (id === undefined || (nested === first && id === action.id) || !idNode || !taken.has(id)) continue;
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
  const next = namedNext(action)?.value;
  return last && !namedNext(last) && goesOn(last) && typeof next === 'string' ? putNext(model, last, next) : [];
}
