import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Abilities } from '../abilities';

/** The outline as a client takes it: a tree, or a list in which each entry names what is around it. */
export function documentSymbolsFor(
  symbols: readonly DocumentSymbol[],
  uri: string,
  { symbols: takes }: Abilities,
): DocumentSymbol[] | SymbolInformation[] {
  const known = symbols.map((symbol) => symbolFor(symbol, takes));
  return takes.nested ? known : flatten(known, uri);
}

function symbolFor({ tags, children, kind, ...symbol }: DocumentSymbol, takes: Abilities['symbols']): DocumentSymbol {
  return {
    ...symbol,
    kind: takes.kinds.has(kind) ? kind : (similar[kind] ?? SymbolKind.Variable),
    ...(tags && takes.deprecatedTag ? { tags } : {}),
    ...(children ? { children: children.map((child) => symbolFor(child, takes)) } : {}),
  };
}

function flatten(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, tags, range, children = [] }) => [
    {
      name,
      kind,
      location: { uri, range },
      ...(tags ? { tags } : {}),
      ...(containerName === undefined ? {} : { containerName }),
    },
    ...flatten(children, uri, name),
  ]);
}

/** Kinds of the protocol's first version that look like those that came later. */
const similar: Readonly<Partial<Record<SymbolKind, SymbolKind>>> = {
  [SymbolKind.Object]: SymbolKind.Class,
  [SymbolKind.Null]: SymbolKind.Constant,
  [SymbolKind.Operator]: SymbolKind.Method,
};
