import { addTo } from '../collections/addTo';
import { actionsOfType } from '../model/actionsOfType';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { perModel } from '../model/perModel';
import { authoredVariables, isAction, listVariables, type Variable } from '../model/variables';
import { flowGraph } from './flowGraph';
import { type ReadBy, readAt } from './readAt';
import { branchVariable } from './step';

/** On which of the ways to an action a variable was given a value before. */
export type SetBefore = 'every' | 'some' | 'none';

/**
 * On which ways the document sets a variable before an action reads it: `none` also for a name that it does not set at all. What VoIPbin sets at
 * the start, and what other flows and AIs set, is not looked at.
 *
 * Worked out once for all names, in time that grows as the flow does and as the names do.
 */
export function setBefore(model: FlowModel, name: string, action: ActionNode, by: ReadBy): SetBefore {
  const point = readAt(action, by);
  // Few flows read a built-in variable that they set, and all actions that wait set some.
  return lookUp(authoredVariables(model).has(name) ? waysOfAuthored(model) : waysOfBuiltIn(model), name, point);
}

/**
 * The same of the ways on which it still has that value: a `branch` empties the variable that it tests. `emptied` where it was set before, and no way brings
 * the value.
 */
export function heldBefore(model: FlowModel, name: string, action: ActionNode, by: ReadBy): SetBefore | 'emptied' {
  const set = setBefore(model, name, action, by);
  if (set === 'none' || !isEmptiedByBranch(model, name)) return set;
  const held = lookUp(waysOfEmptied(model), name, readAt(action, by));
  return held === 'none' ? 'emptied' : held;
}

function lookUp({ bits, given, words, some, without }: Ways, name: string, point: ActionNode): SetBefore {
  if (given.has(name) && !point.scope.owner) return 'every';
  const bit = bits.get(name);
  if (bit === undefined) return 'none';
  const at = point.number * words + (bit >> 5);
  const mask = 1 << (bit & 31);
  if (((some[at] ?? 0) & mask) === 0) return 'none';
  return ((without[at] ?? 0) & mask) === 0 ? 'every' : 'some';
}

/** For each action, as a set of bits: the names that some way to it sets, and those that some way to it does not. */
interface Ways {
  /** The bit of each name that actions set. */
  readonly bits: ReadonlyMap<string, number>;
  /** Names that the document gives at the start. */
  readonly given: ReadonlySet<string>;
  /** 32-bit words that one set takes. */
  readonly words: number;
  readonly some: readonly number[];
  readonly without: readonly number[];
}

const waysOfAuthored = perModel((model) => findWays(model, authoredVariables(model).values()));
const waysOfBuiltIn = perModel((model) =>
  findWays(
    model,
    listVariables(model).filter(({ builtIn }) => builtIn),
  ),
);

/** Whether some `branch` empties a variable of the author's. */
export const isEmptiedByBranch = (model: FlowModel, name: string): boolean => emptiersOf(model).has(name);

/** Each `branch` on a name that something sets. */
const emptiersOf = perModel((model): Emptiers => {
  const found = new Map<string, ActionNode[]>();
  for (const action of actionsOfType(model, 'branch')) {
    const name = branchVariable(action);
    if (name !== undefined && authoredVariables(model).has(name)) addTo(found, name, action);
  }
  return found;
});
const waysOfEmptied = perModel((model) => {
  const emptiers = emptiersOf(model);
  const variables = [...authoredVariables(model).values()].filter(({ name }) => emptiers.has(name));
  return findWays(model, variables, emptiers);
});

type Emptiers = ReadonlyMap<string, readonly ActionNode[]>;

const noEmptiers: Emptiers = new Map();

function findWays(model: FlowModel, variables: Iterable<Variable>, emptiers = noEmptiers): Ways {
  const bits = new Map<string, number>();
  const given = new Set<string>();
  const setters: ActionNode[][] = [];
  /** Names that are given at the start, and emptied later. */
  const atStart: number[] = [];
  for (const { name, setters: all } of variables) {
    const own = all.filter(isAction);
    const isGiven = own.length < all.length;
    if (isGiven && !emptiers.has(name)) given.add(name);
    if (own.length === 0 && !emptiers.has(name)) continue;
    const bit = setters.push(own) - 1;
    bits.set(name, bit);
    if (isGiven) atStart.push(bit);
  }
  const { actions, scopes } = model;
  const words = Math.ceil(setters.length / 32);
  // Behind the actions a node for each list: where only the running system knows, the way leads there, and on to any action with an id.
  const crossings = new Map(scopes.map((scope, at) => [scope, actions.length + at]));
  const size = (actions.length + scopes.length) * words;
  // Plain arrays: of the few numbers that most flows need, a typed one takes longer to make than to use. All numbers are signed.
  const zeros = () => new Array<number>(size).fill(0);
  const [sets, empties, some, without] = [zeros(), zeros(), zeros(), zeros()];
  const put = (into: number[], bit: number, list: readonly ActionNode[]) => {
    for (const { number } of list) {
      const at = number * words + (bit >> 5);
      into[at] = (into[at] ?? 0) | (1 << (bit & 31));
    }
  };
  for (const [bit, list] of setters.entries()) put(sets, bit, list);
  for (const [name, bit] of bits) put(empties, bit, emptiers.get(name) ?? []);

  const isKnown = new Array<boolean>(actions.length + scopes.length).fill(false);
  const waiting: number[] = [];
  /** What holds behind a node holds in front of the next one; that is looked at again when it did not before. */
  const lead = (from: number, to: number) => {
    let changes = !isKnown[to];
    isKnown[to] = true;
    for (let word = 0; word < words; word++) {
      const here = from * words + word;
      const there = to * words + word;
      const own = sets[here] ?? 0;
      const emptied = empties[here] ?? 0;
      const someThere = (some[there] ?? 0) | ((some[here] ?? 0) & ~emptied) | own;
      const withoutThere = (without[there] ?? 0) | ((without[here] ?? 0) & ~own) | emptied;
      changes ||= someThere !== some[there] || withoutThere !== without[there];
      some[there] = someThere;
      without[there] = withoutThere;
    }
    if (changes) waiting.push(to);
  };

  for (const { actions: list, owner } of scopes) {
    const [first] = list;
    if (!first) continue;
    const node = first.number;
    without.fill(-1, node * words, (node + 1) * words);
    for (const bit of owner ? [] : atStart) {
      const at = node * words + (bit >> 5);
      put(some, bit, [first]);
      without[at] = (without[at] ?? 0) & ~(1 << (bit & 31));
    }
    isKnown[node] = true;
    waiting.push(node);
  }
  const graph = flowGraph(model);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const action = actions[node];
    if (!action) {
      for (const [named] of scopes[node - actions.length]?.byId.values() ?? []) {
        if (named) lead(node, named.number);
      }
      continue;
    }
    for (const { to, open } of graph.from(action)) {
      if (to) lead(node, to.number);
      else if (open) lead(node, crossings.get(action.scope) ?? 0);
    }
  }
  return { bits, given, words, some, without };
}
