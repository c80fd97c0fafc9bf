import { fileDisables } from '../../edit/disables';
import type { Edit } from '../../edit/edit';
import { layOutMembers } from '../../edit/layOutMembers';
import { formatOf } from '../../edit/textFormat';
import { targetOf } from '../../graph/target';
import { hasLineBreak } from '../../json/lineAround';
import type { ActionNode } from '../../model/flowModel';
import { type VariableUse, variableUses } from '../../model/variableUses';
import { actionWords } from '../actionWords';
import type { Refactoring } from '../refactoring';
import { type Extraction, extractionOf, isInLines, listAt, replaceBy } from './extraction';

/**
 * Actions as a flow of their own, which a `fetch_flow` runs in their place: it shares the variables and comes back. VoIPbin runs what it has stored only,
 * so that the id is left empty until the new file is registered, and a finding says so.
 */
export const extractFlow: Refactoring = {
  name: 'extract-flow',
  kind: 'extract',
  offer(selection) {
    const { model, actions, tested } = selection;
    const extraction = extractionOf(selection);
    if (!extraction || model.shape === 'response' || meansLess(extraction, actions)) return undefined;
    // The fetch that takes the place of the first has its id.
    const named = actions.slice(1).filter((action) => tested?.has(action)).length;
    const still = named === 0 ? '' : ` (tests still refer to ${named} of them)`;
    return {
      title: `Extract ${extraction.what} into a flow file${still}`,
      edits: () => fetchInstead(extraction),
      file: () => ({ words: actionWords(extraction.first), text: flowOf(extraction) }),
    };
  },
};

/** Whether the actions would do something else as a flow of their own. */
function meansLess({ model, first, last }: Extraction, actions: readonly ActionNode[]): boolean {
  // Variables in the actions of a placed call are replaced by the flow that places it.
  const isIn = ({ node }: VariableUse) => node.offset >= first.node.offset && node.offset < last.node.end;
  if (first.scope.owner && variableUses(model).some(isIn)) return true;
  // Each time that a flow is fetched its `goto` begin to count anew.
  const counts = actions.some(({ type }) => type === 'goto');
  return counts && model.references.some((reference) => leadsBack(reference.from, targetOf(reference), first, last));
}

function leadsBack(from: ActionNode, to: ActionNode | undefined, first: ActionNode, last: ActionNode): boolean {
  return from.scope === first.scope && from.order > last.order && to !== undefined && to.order <= last.order;
}

function fetchInstead(extraction: Extraction): Edit[] {
  const { node } = extraction.first;
  // Where actions stand in one line each, the new one does.
  const inLines = isInLines(extraction) && hasLineBreak(extraction.model.text.slice(node.offset, node.end));
  return replaceBy(extraction, 'fetch_flow', inLines, (format, indent) =>
    layOutMembers([['flow_id', '""']], { ...format, indent, inLines }),
  );
}

/** Checks that are off for the whole file are off for the new one. */
function flowOf(extraction: Extraction): string {
  const { model, first, last } = extraction;
  const format = formatOf(model.text);
  const list = listAt(extraction, format, format.unit);
  const off = model.jsonc ? fileDisables(model.text, { offset: first.node.offset, end: last.node.end }) : [];
  const flow = layOutMembers([['actions', list]], { ...format, indent: '', inLines: isInLines(extraction) });
  return [...off, flow, ''].join(format.eol);
}
