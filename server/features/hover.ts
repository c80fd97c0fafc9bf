import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Place } from '../../flow/checks/check';
import { textOf } from '../../flow/json/node';
import type { FlowModel } from '../../flow/model/flowModel';
import { locate } from '../../flow/model/locate';
import { findNamed } from '../text/named';
import { rangeOf, type TextPlaces } from '../text/rangeOf';
import { renderKey } from '../text/renderKey';
import { renderNamedAction } from '../text/renderNamedAction';
import { renderNamedVariable } from '../text/renderNamedVariable';
import { renderType } from '../text/renderType';
import { renderValue } from '../text/renderValue';

interface Explanation {
  readonly place: Place;
  readonly text: string | undefined;
}

/** What stands at an offset, explained in Markdown from the catalog; the range is the thing itself. Null where there is nothing to say. */
export function hover(model: FlowModel, offset: number, document: TextPlaces): Hover | null {
  const found = explainName(model, offset, document) ?? explainPart(model, offset);
  if (found?.text === undefined) return null;
  return { contents: { kind: MarkupKind.Markdown, value: found.text }, range: rangeOf(document, found.place) };
}

function explainName(model: FlowModel, offset: number, document: TextPlaces): Explanation | undefined {
  const named = findNamed(model, offset);
  if (!named) return undefined;
  const text =
    named.kind === 'action' ? renderNamedAction(model, named, document) : renderNamedVariable(model, named, document);
  return { place: named.place, text };
}

function explainPart(model: FlowModel, offset: number): Explanation | undefined {
  const location = locate(model, offset);
  const { at, node, key, action } = location;
  if (!node || node.type === 'missing')
    return key && at === 'key' ? { place: key, text: renderKey(model, location) } : undefined;
  if (at === 'key' && key) return { place: key, text: renderKey(model, location) };
  const type = action && node === action.typeNode ? textOf(node) : undefined;
  return { place: node, text: type === undefined ? renderValue(model, location) : renderType(type) };
}
