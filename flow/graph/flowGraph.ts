import type { Trigger } from '../catalog/referenceTypes';
import type { ActionNode, FlowModel, Reference, Scope } from '../model/flowModel';
import { actionsOfType } from '../model/listActions';
import { perModel } from '../model/perModel';
import { triggerOf } from '../model/trigger';
import { nilUuid } from '../model/uuid';
import type { Edge } from './edge';
import { edgesFrom, type Meaning } from './edgesFrom';

/** Every way through the actions of a document. */
export interface FlowGraph {
  /** Action by action, in order of the text. */
  readonly edges: readonly Edge[];
  readonly from: ReadonlyMap<ActionNode, readonly Edge[]>;
  readonly to: ReadonlyMap<ActionNode, readonly Edge[]>;
  /** Every action that some way from the first action of its list leads to; also what only the running system could lead to. */
  readonly reachable: ReadonlySet<ActionNode>;
}

/**
 * The graph of a flow by its documented meaning, in which a counted `goto` jumps and in the end goes on; on what its document says that it
 * runs on. Made once for a model, in time that grows as the flow does.
 */
export function flowGraph(model: FlowModel): FlowGraph {
  return graphOf(model, 'documented');
}

/** The same by another meaning; what the document says that a list runs on goes before `trigger`. */
export function graphOf(model: FlowModel, semantics: Meaning['semantics'], trigger?: Trigger): FlowGraph {
  const known = graphs(model);
  // Most flows mean the same either way.
  if (semantics === 'observed' && !meansTwo(model)) return graphOf(model, 'documented', trigger);
  const key = `${semantics} ${trigger}`;
  const graph = known.get(key) ?? buildGraph(model, { semantics, trigger });
  known.set(key, graph);
  return graph;
}

/** Whether the documented graph can differ from the observed one: by a counted `goto`, or by a `branch` without a default. */
function meansTwo(model: FlowModel): boolean {
  if (actionsOfType(model, 'goto').length > 0) return true;
  const references = referencesByAction(model);
  return actionsOfType(model, 'branch').some(
    (action) =>
      !references.get(action)?.some(({ kind, id }) => kind === 'default' && id !== undefined && id !== nilUuid),
  );
}

const graphs = perModel(() => new Map<string, FlowGraph>());

const referencesByAction = perModel((model) => {
  const found = new Map<ActionNode, Reference[]>();
  for (const reference of model.references) {
    const list = found.get(reference.from);
    if (list) list.push(reference);
    else found.set(reference.from, [reference]);
  }
  return found;
});

function buildGraph(model: FlowModel, meaning: Meaning): FlowGraph {
  const references = referencesByAction(model);
  const from = new Map<ActionNode, readonly Edge[]>();
  const meanings = new Map(
    model.scopes.map((scope) => [scope, { ...meaning, trigger: triggerOf(model, scope, meaning.trigger) }]),
  );
  for (const action of model.actions)
    from.set(action, edgesFrom(action, references.get(action) ?? none, meanings.get(action.scope) ?? meaning));
  return new Graph(from, findReachable(model.scopes, from));
}

/**
 * A class, since an object with accessors of its own gets a hidden class of its own, which outlives every collection of young objects, and with it
 * the tree of each version: that was a fifth of the time of small flows.
 */
class Graph implements FlowGraph {
  #edges: readonly Edge[] | undefined;
  #to: ReadonlyMap<ActionNode, readonly Edge[]> | undefined;

  constructor(
    readonly from: ReadonlyMap<ActionNode, readonly Edge[]>,
    readonly reachable: ReadonlySet<ActionNode>,
  ) {}

  // Only few ask for these, and checks run on every keystroke.
  get edges(): readonly Edge[] {
    this.#edges ??= [...this.from.values()].flat();
    return this.#edges;
  }

  get to(): ReadonlyMap<ActionNode, readonly Edge[]> {
    this.#to ??= byTarget(this.from);
    return this.#to;
  }
}

const none: readonly Reference[] = [];

function byTarget(from: ReadonlyMap<ActionNode, readonly Edge[]>): Map<ActionNode, Edge[]> {
  const found = new Map<ActionNode, Edge[]>();
  for (const edges of from.values()) {
    for (const edge of edges) {
      if (!edge.to) continue;
      const list = found.get(edge.to);
      if (list) list.push(edge);
      else found.set(edge.to, [edge]);
    }
  }
  return found;
}

function findReachable(scopes: readonly Scope[], from: ReadonlyMap<ActionNode, readonly Edge[]>): Set<ActionNode> {
  const reachable = new Set<ActionNode>();
  const opened = new Set<Scope>();
  const waiting = scopes.flatMap(({ actions: [first] }) => (first ? [first] : []));
  for (let action = waiting.pop(); action; action = waiting.pop()) {
    if (reachable.has(action)) continue;
    reachable.add(action);
    for (const { to, open } of from.get(action) ?? []) {
      if (to) waiting.push(to);
      else if (open && !opened.has(action.scope)) {
        opened.add(action.scope);
        for (const [one] of action.scope.byId.values()) if (one) waiting.push(one);
      }
    }
  }
  return reachable;
}
