import { type ActionNode, applyEdits, type Edit, type FlowModel, readFlow } from '../../flow';
import type { Asked } from './editsFor';
import { keptActions } from './keptActions';

/** An offset within the action that was added or moved, in the text after the edits; undefined if that is not clear. */
export function chosenAfter(
  model: FlowModel,
  edits: readonly Edit[],
  chosen: NonNullable<Asked['chosen']>,
  moved: ActionNode | undefined,
): number | undefined {
  const text = applyEdits(model.text, edits);
  const now = readFlow(text, { jsonc: model.jsonc });
  const found = chosen === 'added' ? added(edits, now) : moved && keptActions(model, [edits], now).get(moved);
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
