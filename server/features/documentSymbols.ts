import { type DocumentSymbol, SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import {
  type ActionNode,
  actionLabel,
  type JsonNode,
  member,
  type OptionNode,
  type Place,
  type Scope,
  shorten,
  textOf,
} from '../../flow';
import { grouped } from '../text/grouped';
import { type ReadDocument, rangeOf, startOf } from '../text/rangeOf';

/**
 * The outline of a document, named as a person would: actions by type and what they say, with the actions of a new call below the `call`,
 * and the document's own keys with their values. In an answer of VoIPbin with several flows, each flow has its own entry.
 */
export function documentSymbols(document: ReadDocument): DocumentSymbol[] {
  const { model } = document;
  const nested = grouped(model.scopes.map((scope) => [scope.owner, scope]));
  const roots = nested.get(undefined) ?? [];

  const symbol = (
    name: string,
    kind: SymbolKind,
    place: Place,
    selection: Place,
    detail = '',
    children: DocumentSymbol[] = [],
  ): DocumentSymbol => ({
    // An editor refuses a whole outline for one empty name.
    name: name || '""',
    detail,
    kind,
    range: rangeOf(document, place),
    selectionRange: rangeOf(document, selection),
    ...(children.length > 0 ? { children } : {}),
  });

  const actionSymbol = (action: ActionNode): DocumentSymbol => {
    const { node, definition, typeNode, idNode } = action;
    const detail = action.name === undefined ? textOf(idNode) : '';
    const children = (nested.get(action) ?? []).flatMap(listSymbols);
    const selection = typeNode ?? idNode ?? startOf(node);
    return {
      ...symbol(actionLabel(action, 60), kindOf(action), node, selection, detail, children),
      ...(definition?.deprecated === undefined ? {} : { tags: [SymbolTag.Deprecated] }),
    };
  };
  const listSymbols = (scope: Scope): DocumentSymbol[] => scope.actions.map(actionSymbol);

  const flowSymbol = (scope: Scope): DocumentSymbol[] => {
    const resource = scope.list.parent;
    if (roots.length < 2 || resource?.type !== 'object') return listSymbols(scope);
    const name = member(resource, 'name');
    const title = shorten(textOf(name) ?? `flow ${resource.index + 1}`, 60);
    const selection = name ?? startOf(resource);
    const id = textOf(member(resource, 'id'));
    return [symbol(title, SymbolKind.Module, resource, selection, id, listSymbols(scope))];
  };

  const memberSymbol = (node: JsonNode, kind: SymbolKind, children?: DocumentSymbol[]): DocumentSymbol[] => {
    const { key, end } = node;
    return key ? [symbol(key.name, kind, { offset: key.offset, end }, key, detailOf(node), children)] : [];
  };
  const keySymbol = ({ node, field }: OptionNode): DocumentSymbol[] => {
    if (field?.holds === 'actions') return [];
    const isMap = field?.holds === 'variables' && node.type === 'object';
    const variables = isMap ? node.children.flatMap((child) => memberSymbol(child, SymbolKind.Variable)) : [];
    return memberSymbol(node, kinds[node.type], variables);
  };

  const keys = model.options.filter((option) => option.node.parent === model.body && option.field);
  const symbols = [...(model.body ? keys.flatMap(keySymbol) : []), ...roots.flatMap(flowSymbol)];
  return symbols.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

const kinds: Readonly<Record<JsonNode['type'], SymbolKind>> = {
  object: SymbolKind.Object,
  array: SymbolKind.Array,
  string: SymbolKind.String,
  number: SymbolKind.Number,
  boolean: SymbolKind.Boolean,
  null: SymbolKind.Null,
  missing: SymbolKind.Null,
};

function kindOf({ definition }: ActionNode): SymbolKind {
  if (definition?.category === 'variables') return SymbolKind.Variable;
  if (definition?.category === 'flow-control') return SymbolKind.Operator;
  // Editors write the kind in words: an action of an unknown type is not "null".
  return definition ? SymbolKind.Function : SymbolKind.Object;
}

/** A value in a few words: a text or number itself, of an address where it leads, of several their number. */
function detailOf(node: JsonNode): string {
  if (node.type === 'array') {
    const [first] = node.children;
    if (!first) return 'none';
    return node.children.length === 1 ? detailOf(first) : `${detailOf(first)} and ${node.children.length - 1} more`;
  }
  if (node.type === 'object')
    return detailOfFirst([member(node, 'target'), member(node, 'target_name'), member(node, 'name')]);
  return node.value === undefined || node.value === null ? '' : shorten(String(node.value), 60);
}

function detailOfFirst(nodes: readonly (JsonNode | undefined)[]): string {
  return textOf(nodes.find((node) => textOf(node))) ?? '';
}
