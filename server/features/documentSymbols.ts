import { type DocumentSymbol, SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import { type JsonNode, member, textOf } from '../../flow/json/node';
import type { Place } from '../../flow/json/place';
import type { ActionNode, OptionNode, Scope } from '../../flow/model/flowModel';
import { actionLabel } from '../../flow/text/actionLabel';
import { shorten } from '../../flow/text/shorten';
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

  const symbol = (name: string, kind: SymbolKind, place: Place, selection: Place, detail = ''): DocumentSymbol => ({
    // An editor refuses a whole outline for one empty name.
    name: name || '""',
    detail,
    kind,
    range: rangeOf(document, place),
    selectionRange: rangeOf(document, selection),
  });

  const actionSymbol = (action: ActionNode): DocumentSymbol => {
    const { node, definition, typeNode, idNode } = action;
    const selection = typeNode ?? idNode ?? startOf(node);
    const kind = kindOf(action);
    const result = symbol(
      actionLabel(action, 60),
      kind,
      node,
      selection,
      action.name === undefined ? textOf(idNode) : '',
    );
    if (definition?.deprecated !== undefined) result.tags = [SymbolTag.Deprecated];
    const children = (nested.get(action) ?? []).flatMap(listSymbols);
    if (children.length > 0) result.children = children;
    return result;
  };
  const listSymbols = (scope: Scope): DocumentSymbol[] => scope.actions.map(actionSymbol);

  const flowSymbol = (scope: Scope): DocumentSymbol[] => {
    const resource = scope.list.parent;
    if (roots.length < 2 || resource?.type !== 'object') return listSymbols(scope);
    const name = member(resource, 'name');
    const children = listSymbols(scope);
    const title = shorten(textOf(name) ?? `flow ${resource.index + 1}`, 60);
    const selection = name ?? startOf(resource);
    return [{ ...symbol(title, SymbolKind.Module, resource, selection, textOf(member(resource, 'id'))), children }];
  };

  const keySymbol = ({ node, field }: OptionNode): DocumentSymbol[] => {
    if (!node.key || field?.holds === 'actions') return [];
    const place = { offset: node.key.offset, end: node.end };
    const result = symbol(node.key.name, kinds[node.type], place, node.key, detailOf(node));
    if (field?.holds === 'variables' && node.type === 'object') {
      const children = node.children.flatMap((child) =>
        child.key
          ? [
              symbol(
                child.key.name,
                SymbolKind.Variable,
                { offset: child.key.offset, end: child.end },
                child.key,
                detailOf(child),
              ),
            ]
          : [],
      );
      if (children.length > 0) result.children = children;
    }
    return [result];
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
