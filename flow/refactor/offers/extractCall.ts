import { disableLines, removeDisables } from '../../edit/disables';
import { startsLine } from '../../edit/edit';
import { layOutMembers } from '../../edit/layOutMembers';
import { cut } from '../../edit/moveInto';
import { formatOf, indentAt } from '../../edit/textFormat';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import type { Refactoring } from '../refactoring';
import { standsAlone } from './standsAlone';

export const extractCall: Refactoring = {
  name: 'extract-call',
  kind: 'extract',
  offer({ model, actions, isWhole }) {
    const [first] = actions;
    const last = actions[actions.length - 1];
    if (!isWhole || !first || !last || first.scope.fragment || !standsAlone(model, actions)) return undefined;
    return {
      title: `Extract ${actions.length === 1 ? 'this action' : `these ${actions.length} actions`} into a new call`,
      edits: () => [
        ...removeDisables(model.text, first.node, last.node),
        { offset: first.node.offset, end: last.node.end, text: callAround(model, first, last) },
      ],
    };
  },
};

/** The parties are samples: who is to be called is for the author to say. */
function callAround({ text }: FlowModel, first: ActionNode, last: ActionNode): string {
  const { unit, eol } = formatOf(text);
  const outer = indentAt(text, first.node.offset);
  const inLines = startsLine({ text }, first.scope.list, first.node);
  const inner = outer + unit.repeat(3);
  const body = disableLines(text, first.node, eol + inner) + cut(text, first.node.offset, last.node.end, inner);
  const list = inLines ? `[${eol}${inner}${body}${eol}${outer}${unit}${unit}]` : `[${body}]`;
  const party = (target: string) => `{ "type": "tel", "target": "${target}" }`;
  const option = layOutMembers(
    [
      ['source', party('+15550100001')],
      ['destinations', `[${party('+15550100002')}]`],
      ['actions', list],
    ],
    { unit, eol, indent: outer + unit, inLines },
  );
  const id = first.id === undefined || !first.idNode ? [] : [['id', JSON.stringify(first.idNode.value)] as const];
  return layOutMembers([...id, ['type', '"call"'], ['option', option]], { unit, eol, indent: outer, inLines });
}
