import { firstIndex } from '../collections/firstIndex';
import type { JsonNode } from '../json/node';
import type { Place } from '../json/place';
import type { ActionNode, FlowModel, OptionNode } from './flowModel';
import { perModel } from './perModel';

/**
 * One `${name}` in the text of an option or of the document's own keys, from `$` to after the closing brace. If it is not closed, to the next quotation
 * mark or to the end of the string.
 */
export interface VariableUse extends Place {
  readonly name: string;
  readonly nameOffset: number;
  readonly nameEnd: number;
  readonly closed: boolean;
  /** The string that contains it. */
  readonly node: JsonNode;
  readonly action: ActionNode | undefined;
}

/** Every `${name}` of a document, in the order of the text. Source of the syntax: variablehandler `substitute.go`, `\${(.*?)}`. */
export const variableUses = perModel((model): readonly VariableUse[] => {
  if (escapedSign.test(model.text)) return model.options.flatMap((option) => escapedUses(model.text, option));
  const uses: VariableUse[] = [];
  // Search the raw text, because places are needed, from one `${` to the next, because most texts have none.
  let at = model.text.indexOf('${');
  for (const option of model.options) {
    if (at < 0) break;
    if (at >= option.node.end || option.node.type !== 'string') continue;
    const { node, action } = option;
    if (at < node.offset) at = model.text.indexOf('${', node.offset);
    // A backslash before it that means nothing is not part of the value.
    if (!(node.value as string).includes('${')) continue;
    // The text itself may have no closing quote.
    const limit = model.text[node.end - 1] === '"' ? node.end - 1 : node.end;
    let quote = -1;
    let close = -1;
    while (at >= 0 && at < node.end) {
      // Look at each character once, whatever the number of variables and of missing braces.
      if (quote < at) quote = indexWithin(model.text, '\\"', at, limit);
      if (close < at) close = indexWithin(model.text, '}', at, limit);
      // In data that contains JSON, the next brace is usually a brace of the data.
      const closed = close < quote;
      const nameEnd = closed ? close : quote;
      const raw = model.text.slice(at + 2, nameEnd);
      const end = closed ? nameEnd + 1 : nameEnd;
      // Decode a name that contains an escape.
      uses.push({ name: decode(raw), offset: at, end, nameOffset: at + 2, nameEnd, closed, node, action });
      at = model.text.indexOf('${', end);
    }
  }
  return uses;
});

/** `$`, `{` or `}` as an escape of JSON: VoIPbin reads texts after their escapes. */
const escapedSign = /\\u00(?:24|7[bd])/i;

/** The uses in one text, whose signs can be escapes: each character of it with its place. */
function escapedUses(text: string, { node, action }: OptionNode): readonly VariableUse[] {
  const value = node.type === 'string' ? (node.value as string) : '';
  if (!value.includes('${')) return [];
  const limit = text[node.end - 1] === '"' ? node.end - 1 : node.end;
  const signs = [...text.slice(node.offset + 1, limit).matchAll(/\\u[\da-f]{4}|\\.|./gis)].map(({ 0: raw, index }) => ({
    sign: raw.length === 1 ? raw : decode(raw),
    offset: node.offset + 1 + index,
    end: node.offset + 1 + index + raw.length,
  }));
  const uses: VariableUse[] = [];
  for (let at = 0; at + 1 < signs.length; at++) {
    const [dollar, brace] = [signs[at], signs[at + 1]];
    if (dollar?.sign !== '$' || brace?.sign !== '{') continue;
    let last = at + 2;
    while (last < signs.length && signs[last]?.sign !== '}' && signs[last]?.sign !== '"') last++;
    const closing = signs[last];
    const closed = closing?.sign === '}';
    const nameEnd = closing?.offset ?? limit;
    const name = signs
      .slice(at + 2, last)
      .map(({ sign }) => sign)
      .join('');
    const place = { offset: dollar.offset, end: closed ? closing.end : nameEnd, nameOffset: brace.end, nameEnd };
    uses.push({ name, ...place, closed, node, action });
    at = last - 1;
  }
  return uses;
}

/** The next place of a text in a part of another. The end of the part if it is not there. */
function indexWithin(text: string, wanted: string, from: number, end: number): number {
  const index = text.slice(from, end).indexOf(wanted);
  return index < 0 ? end : from + index;
}

/** The use of a variable that an offset touches, also at its ends. If two meet there, the first. */
export function variableUseAt(model: FlowModel, offset: number): VariableUse | undefined {
  const uses = variableUses(model);
  const use = uses[firstIndex(uses, ({ end }) => end >= offset)];
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

/** Whether a text contains a variable, so that its final form is not known here. */
export function hasVariable(text: string): boolean {
  const open = text.indexOf('${');
  return open >= 0 && text.indexOf('}', open) >= 0;
}
