import type { FormattingOptions, TextEdit } from 'vscode-languageserver-types';
import type { JsonNode } from '../../flow/json/node';
import type { FlowModel } from '../../flow/model/flowModel';
import { formatLines } from '../text/formatLines';
import { rangeOf, type TextPlaces } from '../text/rangeOf';

/**
 * The edits that lay out what a closing bracket before an offset has just closed: line breaks stay as they were typed. Nothing where the bracket
 * closes nothing.
 */
export function onTypeFormatting(
  model: FlowModel,
  offset: number,
  options: FormattingOptions,
  document: TextPlaces,
): TextEdit[] {
  const closed = model.root && closedAt(model.root, offset);
  return closed ? formatLines(model, rangeOf(document, closed), { ...options, keepLines: true }, document) : [];
}

/** The object or list that ends at an offset, the innermost of several. */
function closedAt(root: JsonNode, offset: number): JsonNode | undefined {
  let found: JsonNode | undefined;
  for (let node: JsonNode | undefined = root; node; ) {
    if (node.end === offset && (node.type === 'object' || node.type === 'array')) found = node;
    node = node.children.find((child) => child.offset < offset && offset <= child.end);
  }
  return found;
}
