import { type CallHierarchyItem, SymbolKind } from 'vscode-languageserver-types';
import { type ActionNode, actionLabel } from '../../../flow';
import { rangeOf, startOf, type TextPlaces } from '../../text/rangeOf';

export const labelOf = (action: ActionNode) => actionLabel(action, 60);

/** An action as a hierarchy shows it, with the way by which it is reached. */
export function itemOf(action: ActionNode, document: TextPlaces, by?: string): CallHierarchyItem {
  const { node, typeNode, idNode, position } = action;
  const selection = typeNode ?? idNode ?? startOf(node);
  const place = `action ${position + 1}`;
  return {
    name: labelOf(action),
    kind: SymbolKind.Function,
    detail: by === undefined ? place : `${by} · ${place}`,
    uri: document.uri,
    range: rangeOf(document, node),
    selectionRange: rangeOf(document, selection),
  };
}
