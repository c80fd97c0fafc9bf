import type { JsonNode } from '../json/node';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { perModel } from '../model/perModel';
import { isAction, variablesByName } from '../model/variables';
import type { Edge } from './edge';
import { flowGraph } from './flowGraph';

/** On which of the ways to an action a variable was given a value before. */
export type SetBefore = 'every' | 'some' | 'none';

/**
 * On which ways the document sets a variable before an action runs: `none` also for a name that it does not set at all. What VoIPbin sets at
 * the start, and what other flows and AIs set, is not looked at.
 *
 * Texts of a nested list are replaced when the `call` around it runs, so that its place counts. Worked out once for each name, in time that
 * grows as the flow does.
 */
export function setBefore(model: FlowModel, name: string, action: ActionNode): SetBefore {
  let point = action;
  while (point.scope.owner) point = point.scope.owner;
  const known = waysOf(model);
  const ways = known.get(name) ?? findWays(model, name);
  known.set(name, ways);
  if (ways === 'given') return 'every';
  if (!ways.some.has(point)) return 'none';
  return ways.without.has(point) ? 'some' : 'every';
}

interface Ways {
  /** The actions that some way leads to from a setter. */
  readonly some: ReadonlySet<ActionNode>;
  /** The actions that some way leads to without one. */
  readonly without: ReadonlySet<ActionNode>;
}

const waysOf = perModel(() => new Map<string, Ways | 'given'>());

function findWays(model: FlowModel, name: string): Ways | 'given' {
  const setters: readonly (ActionNode | JsonNode)[] = variablesByName(model).get(name)?.setters ?? [];
  if (setters.some((setter) => !isAction(setter))) return 'given';
  const setting = new Set(setters.filter(isAction));
  const { from, reachable } = flowGraph(model);
  const behind = (action: ActionNode): readonly ActionNode[] =>
    (from.get(action) ?? []).flatMap(({ to, open }: Edge) => to ?? (open ? namedActions(action) : []));
  const starts = model.scopes.flatMap(({ actions }) => actions.slice(0, 1));
  return {
    some: spread([...setting].filter((one) => reachable.has(one)).flatMap(behind), behind),
    without: spread(starts, (action) => (setting.has(action) ? [] : behind(action))),
  };
}

/** Where only the running system knows: any action of the list that has an id. */
const namedActions = ({ scope }: ActionNode) => [...scope.byId.values()].flatMap(([first]) => first ?? []);

function spread(starts: readonly ActionNode[], behind: (action: ActionNode) => readonly ActionNode[]): Set<ActionNode> {
  const found = new Set<ActionNode>();
  const waiting = [...starts];
  for (let action = waiting.pop(); action; action = waiting.pop()) {
    if (found.has(action)) continue;
    found.add(action);
    for (const next of behind(action)) waiting.push(next);
  }
  return found;
}
