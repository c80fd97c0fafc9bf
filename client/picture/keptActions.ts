import {
  type ActionNode,
  applyEdits,
  type Edit,
  type FlowModel,
  type Place,
  rangeAfter,
  sameActions,
} from '../../flow';

/**
 * The actions of a text in the one that edits made of it. `steps` are edits, each of the text that the step before made: an action that they left in its
 * place is the same. Those that they touch at their ends are found by what they say.
 */
export function keptActions(
  before: FlowModel,
  steps: readonly (readonly Edit[])[],
  now: FlowModel,
): ReadonlyMap<ActionNode, ActionNode> {
  if (steps.reduce(applyEdits, before.text) !== now.text) return sameActions(before, now);
  const byOffset = new Map(now.actions.map((action) => [action.node.offset, action]));
  const kept = new Map<ActionNode, ActionNode>();
  for (const action of before.actions) {
    const range = steps.reduce<Place | undefined>((at, edits) => at && rangeAfter(at, edits), action.node);
    const found = range && byOffset.get(range.offset);
    if (found && found.node.end === range.end) kept.set(action, found);
  }
  const taken = new Set(kept.values());
  for (const [action, found] of sameActions(before, now, kept))
    if (!kept.has(action) && !taken.has(found)) kept.set(action, found);
  return kept;
}
