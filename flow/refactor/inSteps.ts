import { composeEdits } from '../edit/composeEdits';
import { applyEdits, type Edit } from '../edit/edit';
import { type ActionNode, type FlowModel, readFlow } from '../model/flowModel';

/** One change of a flow; it is worked out on the flow as the changes before it left it. */
export type EditStep = (model: FlowModel) => readonly Edit[];

/** The edits that make several changes at once. */
export function inSteps(model: FlowModel, ...steps: readonly EditStep[]): Edit[] {
  let text = model.text;
  // It is built for the next step only: most changes are made in one, and large flows take their time.
  let current: FlowModel | undefined = model;
  let edits: Edit[] = [];
  for (const step of steps) {
    current ??= readFlow(text, { jsonc: model.jsonc });
    const more = [...step(current)].sort((a, b) => a.offset - b.offset || a.end - b.end);
    if (more.length === 0) continue;
    edits = composeEdits(model.text.length, edits, more);
    text = applyEdits(text, more);
    current = undefined;
  }
  return edits;
}

/** Finds an action again after changes that neither add nor remove nor move any. */
export function follow(model: FlowModel, { scope, order }: ActionNode): (later: FlowModel) => ActionNode | undefined {
  const list = model.scopes.indexOf(scope);
  return (later) => later.scopes[list]?.actions[order];
}

/** A step for an action that is found again; none where it is gone. */
export function stepOn(
  model: FlowModel,
  action: ActionNode,
  change: (later: FlowModel, found: ActionNode) => readonly Edit[],
): EditStep {
  const find = follow(model, action);
  return (later) => {
    const found = find(later);
    return found ? change(later, found) : [];
  };
}
