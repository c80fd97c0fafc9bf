import * as vscode from 'vscode';
import { type ActionNode, actionForLine, addTo, documentListing, type FlowModel } from '../../flow';

/** The breakpoints of a document, by the action that each stops at: as the debugger looks it up. */
export function breakpointsOf(
  { uri }: vscode.TextDocument,
  model: FlowModel,
): ReadonlyMap<ActionNode, readonly vscode.SourceBreakpoint[]> {
  const found = new Map<ActionNode, vscode.SourceBreakpoint[]>();
  const own = vscode.debug.breakpoints.filter(
    (breakpoint): breakpoint is vscode.SourceBreakpoint =>
      breakpoint instanceof vscode.SourceBreakpoint && breakpoint.location.uri.toString() === uri.toString(),
  );
  if (own.length === 0) return found;
  const listing = documentListing('', model);
  for (const breakpoint of own) {
    const { line, character } = breakpoint.location.range.start;
    const action = actionForLine(listing, line + 1, character === 0 ? undefined : character + 1);
    if (action) addTo(found, action, breakpoint);
  }
  return found;
}

/** Sets a breakpoint at the line of the first of some actions, or removes all that they have. */
export function toggleBreakpoint(
  document: vscode.TextDocument,
  model: FlowModel,
  actions: readonly ActionNode[],
): void {
  const set = breakpointsOf(document, model);
  const old = actions.flatMap((action) => set.get(action) ?? []);
  if (old.length > 0) {
    vscode.debug.removeBreakpoints(old);
    return;
  }
  const [action] = actions;
  if (!action) return;
  const start = document.positionAt(action.node.offset);
  // A line means its first action: the second one on it needs the column.
  const isFirst = actionForLine(documentListing('', model), start.line + 1) === action;
  const at = isFirst ? new vscode.Position(start.line, 0) : start;
  vscode.debug.addBreakpoints([new vscode.SourceBreakpoint(new vscode.Location(document.uri, at))]);
}
