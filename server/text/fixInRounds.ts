import type { Fix } from '../../flow/checks/check';
import { composeEdits } from '../../flow/edit/composeEdits';
import { applyEdits, type Edit } from '../../flow/edit/edit';
import { buildFlowModel, type FlowModel } from '../../flow/model/flowModel';
import { combineFixes } from './fixes';

/** More is never left of what people write; what does not end by then does not end at all. */
const maxRounds = 8;
/** Each round reads and checks the text again, while an editor waits for its light bulb. */
const maxLength = 200_000;

/**
 * The edits that make all fixes that are wanted of a model, as one change.
 *
 * Of fixes that touch each other one at a time can be made, as of two options that are missing in one object, and some mistakes hide others: what
 * is left is mended in the text that the others leave. The round after which the least is left wins.
 */
export function fixInRounds(model: FlowModel, listWanted: (model: FlowModel) => readonly Fix[]): Edit[] {
  const { text, jsonc } = model;
  let edits: Edit[] = [];
  let best: Edit[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  let fixes = listWanted(model);
  let current = text;
  for (let round = 0; round < maxRounds && fixes.length > 0; round++) {
    const step = combineFixes(fixes);
    edits = round === 0 ? step : composeEdits(text.length, edits, step);
    if (text.length > maxLength) return edits;
    current = applyEdits(current, step);
    fixes = listWanted(buildFlowModel(current, { jsonc }));
    if (fixes.length >= least) continue;
    least = fixes.length;
    best = edits;
  }
  return best ?? edits;
}
