import { digitsVariable } from '../catalog/variables';
import { member, textOf } from '../json/node';
import type { ActionNode, FlowModel, Reference } from '../model/flowModel';
import { perModel } from '../model/perModel';
import { variableUses } from '../model/variableUses';

/** Whether the flow stands still while the action runs; an action that VoIPbin skips does not, see `isSkipped`. */
export function waits(action: ActionNode): boolean {
  if (action.definition?.waits === undefined) return false;
  return member(action.option, 'async')?.value !== true;
}

/** How many executed actions it takes at the least to get behind the action, where it is not skipped. */
export function costOf({ definition }: ActionNode): number {
  return definition?.nested?.always ? 2 : 1;
}

/** Whether variables of any name may have any value behind the action: what runs in it is not in the document, or it computes a name. */
export function mayChangeAnything(action: ActionNode): boolean {
  if (action.definition?.setsAnything) return true;
  const key = action.type === 'variable_set' ? textOf(member(action.option, 'key')) : undefined;
  return key?.includes('${') ?? false;
}

/** The name of the variable that a `branch` tests and empties; undefined where it is not a `branch`, or a variable computes the name. */
export function branchVariable(action: ActionNode): string | undefined {
  if (action.type !== 'branch') return undefined;
  const node = member(action.option, 'variable');
  if (!node || node.type === 'null') return digitsVariable;
  const name = textOf(node);
  return name?.includes('${') ? undefined : name === '' ? digitsVariable : name;
}

/** Whether a case that leads to its own `branch` is taken once only: the `branch` empties what it tests, and only the case `""` fits that. */
export const isTakenOnce = ({ kind, caseKey }: Reference): boolean => kind === 'case' && caseKey !== '';

/** The names that an action reads of the flow in which it runs: each `${name}` in its options, and what its type reads by itself. */
export function readsOf(model: FlowModel, action: ActionNode): ReadonlySet<string> {
  const names = new Set(action.scope.owner ? undefined : readInTexts(model).get(action));
  const tested = branchVariable(action);
  if (tested !== undefined) names.add(tested);
  else if (action.type !== 'branch') for (const name of action.definition?.reads ?? []) names.add(name);
  return names;
}

const readInTexts = perModel((model): ReadonlyMap<ActionNode, ReadonlySet<string>> => {
  const found = new Map<ActionNode, Set<string>>();
  for (const { action, name, closed } of variableUses(model)) {
    if (!action || !closed) continue;
    const names = found.get(action) ?? new Set();
    found.set(action, names.add(name));
  }
  return found;
});
