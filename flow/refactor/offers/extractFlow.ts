import { disableLines, fileDisables, removeDisables } from '../../edit/disables';
import { startsLine } from '../../edit/edit';
import { layOutMembers } from '../../edit/layOutMembers';
import { cut } from '../../edit/moveInto';
import { formatOf, indentAt } from '../../edit/textFormat';
import { targetOf } from '../../graph/target';
import { hasLineBreak } from '../../json/lineAround';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { variableUses } from '../../model/variableUses';
import { actionWords } from '../actionWords';
import type { Refactoring } from '../refactoring';
import { standsAlone } from './standsAlone';

/**
 * Actions as a flow of their own, which a `fetch_flow` runs in their place: it shares the variables and comes back. VoIPbin runs what it has stored only,
 * so that the id is left empty until the new file is registered, and a finding says so.
 */
export const extractFlow: Refactoring = {
  name: 'extract-flow',
  kind: 'extract',
  offer({ model, actions, isWhole, tested }) {
    const [first] = actions;
    const last = actions[actions.length - 1];
    if (!isWhole || !first || !last || first.scope.fragment || model.shape === 'response') return undefined;
    if (!standsAlone(model, actions) || meansLess(model, actions)) return undefined;
    // The fetch that takes the place of the first has its id.
    const named = actions.slice(1).filter((action) => tested?.has(action)).length;
    const what = actions.length === 1 ? 'this action' : `these ${actions.length} actions`;
    const still = named === 0 ? '' : ` (tests still refer to ${named} of them)`;
    return {
      title: `Extract ${what} into a flow file${still}`,
      edits: () => [
        ...removeDisables(model.text, first.node, last.node),
        { offset: first.node.offset, end: last.node.end, text: fetchInstead(model, first) },
      ],
      file: () => ({ words: actionWords(first), text: flowOf(model, first, last) }),
    };
  },
};

/** Whether the actions would do something else as a flow of their own. */
function meansLess(model: FlowModel, actions: readonly ActionNode[]): boolean {
  const [first] = actions;
  const last = actions[actions.length - 1];
  if (!first || !last) return true;
  // Variables in the actions of a placed call are replaced by the flow that places it.
  const isIn = ({ node }: { node: { offset: number } }) =>
    node.offset >= first.node.offset && node.offset < last.node.end;
  if (first.scope.owner && variableUses(model).some(isIn)) return true;
  // Each time that a flow is fetched its `goto` begin to count anew.
  const counts = actions.some(({ type }) => type === 'goto');
  return counts && model.references.some((reference) => leadsBack(reference.from, targetOf(reference), first, last));
}

function leadsBack(from: ActionNode, to: ActionNode | undefined, first: ActionNode, last: ActionNode): boolean {
  return from.scope === first.scope && from.order > last.order && to !== undefined && to.order <= last.order;
}

function fetchInstead({ text }: FlowModel, first: ActionNode): string {
  const { unit, eol } = formatOf(text);
  const indent = indentAt(text, first.node.offset);
  const inLines = startsLine({ text }, first.scope.list, first.node);
  const id = first.id === undefined || !first.idNode ? [] : [['id', JSON.stringify(first.idNode.value)] as const];
  // Where actions stand in one line each, the new one does.
  const own = inLines && hasLineBreak(text.slice(first.node.offset, first.node.end));
  const option = layOutMembers([['flow_id', '""']], { unit, eol, indent: indent + unit, inLines: own });
  return layOutMembers([...id, ['type', '"fetch_flow"'], ['option', option]], { unit, eol, indent, inLines: own });
}

/** Checks that are off for the whole file are off for the new one. */
function flowOf({ text, jsonc }: FlowModel, first: ActionNode, last: ActionNode): string {
  const { unit, eol } = formatOf(text);
  const inLines = startsLine({ text }, first.scope.list, first.node);
  const indent = unit + unit;
  const body = disableLines(text, first.node, eol + indent) + cut(text, first.node.offset, last.node.end, indent);
  const list = inLines ? `[${eol}${unit}${unit}${body}${eol}${unit}]` : `[${body}]`;
  const off = jsonc ? fileDisables(text, { offset: first.node.offset, end: last.node.end }) : [];
  const flow = layOutMembers([['actions', list]], { unit, eol, indent: '', inLines });
  return [...off, flow, ''].join(eol);
}
