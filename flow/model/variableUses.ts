import type { JsonNode } from '../json/node';
import type { ActionNode, FlowModel } from './flowModel';
import { perModel } from './perModel';

/** One `${name}` in the text of an option or of the document's own keys. */
export interface VariableUse {
  readonly name: string;
  /** From `$` to behind the closing brace; where it is not closed to the next quotation mark, or to the end of the string. */
  readonly offset: number;
  readonly end: number;
  readonly nameOffset: number;
  readonly nameEnd: number;
  readonly closed: boolean;
  /** The string that holds it. */
  readonly node: JsonNode;
  readonly action: ActionNode | undefined;
}

/** Every `${name}` of a document, in order of the text. Source of the syntax: variablehandler `substitute.go`, `\${(.*?)}`. */
export const variableUses = perModel((model): readonly VariableUse[] => {
  const uses: VariableUse[] = [];
  // The raw text is searched, since places are wanted: from one `${` to the next, as most texts hold none.
  let at = model.text.indexOf('${');
  for (const option of model.options) {
    if (at < 0) break;
    if (at >= option.node.end || option.node.type !== 'string') continue;
    const { node, action } = option;
    if (at < node.offset) at = model.text.indexOf('${', node.offset);
    // Where a backslash that means nothing stands before it, it is no part of the value.
    if (!(node.value as string).includes('${')) continue;
    // The text itself may lack its closing quote.
    const limit = model.text[node.end - 1] === '"' ? node.end - 1 : node.end;
    let quote = -1;
    let close = -1;
    while (at >= 0 && at < node.end) {
      // Each character is looked at once, however many variables there are and however few are closed.
      if (quote < at) quote = indexWithin(model.text, '\\"', at, limit);
      if (close < at) close = indexWithin(model.text, '}', at, limit);
      // In data that holds JSON the next brace is mostly that of the data.
      const closed = close < quote;
      const nameEnd = closed ? close : quote;
      const raw = model.text.slice(at + 2, nameEnd);
      const end = closed ? nameEnd + 1 : nameEnd;
      // A name with an escape in it is decoded.
      uses.push({ name: decode(raw), offset: at, end, nameOffset: at + 2, nameEnd, closed, node, action });
      at = model.text.indexOf('${', end);
    }
  }
  return uses;
});

/** Where something stands next in a part of a text; the end of the part where it does not. */
function indexWithin(text: string, wanted: string, from: number, end: number): number {
  const index = text.slice(from, end).indexOf(wanted);
  return index < 0 ? end : from + index;
}

/** The use of a variable that an offset touches, at its ends too; of two that meet there the first. */
export function variableUseAt(model: FlowModel, offset: number): VariableUse | undefined {
  const uses = variableUses(model);
  let low = 0;
  let high = uses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((uses[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const use = uses[low];
  return use && use.offset <= offset ? use : undefined;
}

function decode(raw: string): string {
  if (!raw.includes('\\')) return raw;
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return raw; // An escape cut in two by the brace: the text as it stands names nothing, and is shown so.
  }
}

/** Whether a text holds a variable, so that its final form is not known here. */
export function hasVariable(text: string): boolean {
  const open = text.indexOf('${');
  return open >= 0 && text.indexOf('}', open) >= 0;
}
