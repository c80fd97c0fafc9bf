import type { ActionNode, FlowModel, Reference, Scope } from '../model/flowModel';
import { perModel } from '../model/perModel';
import { type Trigger, triggerOf } from '../model/trigger';
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
  const key = `${semantics} ${trigger}`;
  const graph = known.get(key) ?? buildGraph(model, { semantics, trigger });
  known.set(key, graph);
  return graph;
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
  const edges: Edge[] = [];
  const from = new Map<ActionNode, Edge[]>();
  const to = new Map<ActionNode, Edge[]>();
  const meanings = new Map(
    model.scopes.map((scope) => [scope, { ...meaning, trigger: triggerOf(model, scope, meaning.trigger) }]),
  );
  for (const action of model.actions) {
    const own = edgesFrom(action, references.get(action) ?? [], meanings.get(action.scope) ?? meaning);
    from.set(action, own);
    for (const edge of own) {
      edges.push(edge);
      if (!edge.to) continue;
      const list = to.get(edge.to);
      if (list) list.push(edge);
      else to.set(edge.to, [edge]);
    }
  }
  return { edges, from, to, reachable: findReachable(model.scopes, from) };
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
