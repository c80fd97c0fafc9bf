import { disableLines, removeDisables } from '../../edit/disables';
import { type Edit, startsLine } from '../../edit/edit';
import { layOutMembers } from '../../edit/layOutMembers';
import { cut } from '../../edit/moveInto';
import { formatOf, indentAt, type TextFormat } from '../../edit/textFormat';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import type { Selection } from '../refactoring';
import { standsAlone } from './standsAlone';

/** Neighbours in a list that can stand somewhere else. */
export interface Extraction {
  readonly model: FlowModel;
  readonly first: ActionNode;
  readonly last: ActionNode;
  /** What a title calls them. */
  readonly what: string;
}

/** The actions of a selection that has them from end to end, where no jump leads out of them, nor past the first of them. */
export function extractionOf({ model, actions, isWhole }: Selection): Extraction | undefined {
  const [first] = actions;
  const last = actions[actions.length - 1];
  if (!isWhole || !first || !last || first.scope.fragment || !standsAlone(model, actions)) return undefined;
  return { model, first, last, what: actions.length === 1 ? 'this action' : `these ${actions.length} actions` };
}

/** The edits that put one action in their place, with the id of the first of them. `writeOption` writes its option, which stands at an indent. */
export function replaceBy(
  { model: { text }, first, last }: Extraction,
  type: string,
  inLines: boolean,
  writeOption: (format: TextFormat, indent: string) => string,
): Edit[] {
  const format = formatOf(text);
  const indent = indentAt(text, first.node.offset);
  const id = first.id === undefined || !first.idNode ? [] : [['id', JSON.stringify(first.idNode.value)] as const];
  const option = writeOption(format, indent + format.unit);
  const action = layOutMembers([...id, ['type', `"${type}"`], ['option', option]], { ...format, indent, inLines });
  return [
    ...removeDisables(text, first.node, last.node),
    { offset: first.node.offset, end: last.node.end, text: action },
  ];
}

/** Whether the list has its actions in lines of their own. */
export const isInLines = ({ model, first }: Extraction): boolean => startsLine(model, first.scope.list, first.node);

/** The actions as a list that begins in a line with an indent. */
export function listAt(extraction: Extraction, { unit, eol }: TextFormat, indent: string): string {
  const { model, first, last } = extraction;
  const inner = indent + unit;
  const body =
    disableLines(model.text, first.node, eol + inner) + cut(model.text, first.node.offset, last.node.end, inner);
  return isInLines(extraction) ? `[${eol}${inner}${body}${eol}${indent}]` : `[${body}]`;
}
