import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { actionLabel, member, textOf } from '../../flow';
import { type ReadDocument, rangeOf, startOf } from '../text/rangeOf';
import type { FlowFacts } from '../workspace/flowFacts';
import type { FlowFile, Workspace } from '../workspace/workspace';

/** More than a person reads, for one file and for all. */
const most = 200;
const maxOfAll = 1000;

interface Listed {
  readonly symbol: WorkspaceSymbol;
  /** What a query is looked for in. */
  readonly words: string;
}

/** The flows of the workspace, open or not, and their actions whose name, type or id holds what was typed; letters between them may be left out. */
export function workspaceSymbols(workspace: Workspace, query: string): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  for (const file of workspace.files()) {
    if (found.length >= maxOfAll) break;
    found.push(...select(symbolsOf(file), query, Math.min(most, maxOfAll - found.length)));
  }
  return found;
}

/** By the facts, which are made for each version of a text: each key that is typed asks of all files. */
const known = new WeakMap<FlowFacts, readonly Listed[]>();

function symbolsOf(file: FlowFile): readonly Listed[] {
  let symbols = known.get(file.facts);
  if (!symbols) {
    symbols = listSymbols(file.read());
    known.set(file.facts, symbols);
  }
  return symbols;
}

function select(symbols: readonly Listed[], query: string, room: number): WorkspaceSymbol[] {
  const found = symbols.filter(({ words }) => fits(words, query));
  return found.slice(0, room).map(({ symbol }) => symbol);
}

function listSymbols(document: ReadDocument): Listed[] {
  const { model } = document;
  const file = document.uri.slice(document.uri.lastIndexOf('/') + 1).replaceAll('%20', ' ');
  const name = textOf(member(model.body, 'name')) || file;
  const listed = (
    label: string,
    kind: SymbolKind,
    place: { offset: number; end: number },
    containerName: string,
    words = label,
  ): Listed => ({
    words,
    symbol: { name: label, kind, containerName, location: { uri: document.uri, range: rangeOf(document, place) } },
  });
  const { root } = model;
  if (!root) return [];
  return [
    listed(name, SymbolKind.Module, startOf(root), file),
    ...model.actions.map((action) => {
      const label = actionLabel(action, 60);
      const { typeNode, node, id } = action;
      return listed(label, SymbolKind.Function, typeNode ?? node, name, `${label} ${id ?? ''}`);
    }),
  ];
}

/** Whether a text has the letters of a query, in their order. */
function fits(text: string, query: string): boolean {
  const all = text.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase()) {
    at = all.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
