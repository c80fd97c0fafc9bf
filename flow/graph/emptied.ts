import { digitsVariable } from '../catalog/variables';
import { addTo } from '../collections/addTo';
import { actionsOfType } from '../model/actionsOfType';
import type { ActionNode, FlowModel, Scope } from '../model/flowModel';
import { perModel } from '../model/perModel';
import { namesSetBy } from '../model/variables';
import { flowGraph } from './flowGraph';
import { branchVariable, mayChangeAnything, waits } from './step';

/** A `branch` that finds its variable emptied. */
export interface Emptied {
  readonly variable: string;
  /** The `branch` before it that emptied the variable. */
  readonly by: ActionNode;
  /** On no way has the variable a value there. */
  readonly always: boolean;
}

/** So many variables are followed, each through the whole flow; flows do not branch on more. */
const maxVariables = 50;

/**
 * The branches that some way leads to from another `branch` on the same variable, which emptied it, without anything in between that may set
 * it again. A key that is pressed while something waits sets the digits.
 *
 * Source: `bin-flow-manager/pkg/activeflowhandler/actionhandle.go:797-862` `actionHandleBranch`.
 */
export const emptiedBranches = perModel((model): ReadonlyMap<ActionNode, Emptied> => {
  const groups = new Map<string, ActionNode[]>();
  for (const action of actionsOfType(model, 'branch')) {
    const variable = branchVariable(action);
    if (variable !== undefined) addTo(groups, variable, action);
  }
  const found = new Map<ActionNode, Emptied>();
  for (const [variable, branches] of [...groups].slice(0, maxVariables)) {
    const emptied = follow(model, branches, variable);
    if (emptied.size === 0) continue;
    const setters = model.actions.filter((action) => mayFill(action, variable));
    const starts = model.scopes.flatMap(({ actions }) => actions.slice(0, 1));
    const filled = follow(model, setters, variable, { starts });
    for (const [branch, by] of emptied) found.set(branch, { variable, by, always: !filled.has(branch) });
  }
  return found;
});

/**
 * The branches on a variable that are reached from other actions before it changes again, each with the one that it is reached from. With `starts` also from the
 * first actions of lists, and by ways that only the running system knows.
 */
function follow(
  model: FlowModel,
  sources: readonly ActionNode[],
  variable: string,
  { starts }: { readonly starts?: readonly ActionNode[] } = {},
): Map<ActionNode, ActionNode> {
  const graph = flowGraph(model);
  const seen = new Uint8Array(model.actions.length);
  const branches = new Map<ActionNode, ActionNode>();
  const waiting: [ActionNode, ActionNode][] = (starts ?? []).map((action) => [action, action]);
  const opened = new Set<Scope>();
  const goOn = (action: ActionNode, source: ActionNode) => {
    // An action that names itself has a finding of its own.
    for (const { to, open } of graph.from(action)) {
      if (to && to !== action) waiting.push([to, source]);
      if (!open || !starts || opened.has(action.scope)) continue;
      opened.add(action.scope);
      for (const [named] of action.scope.byId.values()) if (named) waiting.push([named, source]);
    }
  };
  for (const source of sources) if (graph.isReachable(source)) goOn(source, source);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [action, source] = next;
    if (seen[action.number]) continue;
    seen[action.number] = 1;
    if (branchVariable(action) === variable) branches.set(action, source);
    else if (!mayFill(action, variable)) goOn(action, source);
  }
  return branches;
}

/**
 * The one `branch` that every way to another leads over, with what may be a value there: a copy in front of it is the value that the other looks for.
 * Undefined where ways come from several, where the first is emptied on some way itself, or where it leads to itself.
 */
export function firstBranchBefore(model: FlowModel, action: ActionNode): ActionNode | undefined {
  const emptied = emptiedBranches(model).get(action);
  if (!emptied?.always || emptiedBranches(model).has(emptied.by)) return undefined;
  const graph = flowGraph(model);
  const { by, variable } = emptied;
  if (by === action || graph.from(by).some(({ to }) => to === by)) return undefined;
  const seen = new Set([action]);
  for (const reached of seen) {
    for (const { from } of graph.to(reached)) {
      if (from === by || !graph.isReachable(from)) continue;
      if (branchVariable(from) === variable) return undefined;
      seen.add(from);
    }
  }
  return by;
}

/** Whether an action may give a variable a value: also what is not in the document, and a key that the caller presses meanwhile. */
export function mayFill(action: ActionNode, variable: string): boolean {
  if (mayChangeAnything(action) || namesSetBy(action).includes(variable)) return true;
  return variable === digitsVariable && waits(action);
}
