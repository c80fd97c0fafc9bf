import type { Position, SelectionRange } from 'vscode-languageserver-types';
import { type FlowModel, isClosed, type JsonNode, keyOffset, type Place, variableUseAt } from '../../flow';
import { contentOf, type ReadDocument, rangeOf } from '../text/rangeOf';

/** For each position the places that a growing selection takes, from the smallest: variable, string without quotes, string, property, object, up to the whole text. */
export function selectionRanges(document: ReadDocument, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const offset = document.offsetAt(position);
    const places = listPlaces(document.model, offset).filter((place) => place.offset <= offset && offset <= place.end);
    let range: SelectionRange | undefined;
    let last: Place | undefined;
    for (const place of places.reverse()) {
      // Each range lies within the one around it; equal ones would make a keystroke without effect.
      if (last && (place.offset < last.offset || place.end > last.end)) continue;
      if (last && place.offset === last.offset && place.end === last.end) continue;
      range = range ? { range: rangeOf(document, place), parent: range } : { range: rangeOf(document, place) };
      last = place;
    }
    return range ?? { range: { start: position, end: position } };
  });
}

/** From the innermost to the whole text. */
function listPlaces(model: FlowModel, offset: number): Place[] {
  const { text } = model;
  const places: Place[] = [];
  for (let node = innermost(model.root, offset); node; node = node.parent) {
    const { key } = node;
    const onKey = key !== undefined && offset >= key.offset && offset <= key.end;
    if (onKey) places.push(contentOf(text, key), key);
    else if (node.type === 'string') places.push(...variablePlaces(model, node, offset), contentOf(text, node), node);
    else if (node.type === 'object' || node.type === 'array') {
      places.push({ offset: node.offset + 1, end: isClosed(text, node) ? node.end - 1 : node.end }, node);
    } else if (node.type !== 'missing') places.push(node);
    const item = { offset: key ? key.offset : node.offset, end: node.end };
    if (key) places.push(item);
    if (node.parent) places.push({ offset: item.offset, end: afterComma(text, item.end) });
  }
  places.push({ offset: 0, end: text.length });
  return places;
}

/** The innermost node whose key or value holds the offset. */
function innermost(root: JsonNode | undefined, offset: number): JsonNode | undefined {
  let found: JsonNode | undefined;
  let at = root && root.offset <= offset && offset <= root.end ? root : undefined;
  while (at) {
    found = at;
    at = at.children.find((child) => keyOffset(child) <= offset && offset <= child.end);
  }
  return found;
}

function variablePlaces(model: FlowModel, node: JsonNode, offset: number): Place[] {
  const use = variableUseAt(model, offset);
  return use?.node === node ? [{ offset: use.nameOffset, end: use.nameEnd }, use] : [];
}

function afterComma(text: string, end: number): number {
  const comma = /^\s*,/.exec(text.slice(end, end + 200));
  return comma ? end + comma[0].length : end;
}
