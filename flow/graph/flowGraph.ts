import { type Trigger, triggers } from '../catalog/referenceTypes';
import { actionsOfType } from '../model/actionsOfType';
import type { ActionNode, FlowModel, Reference, Scope } from '../model/flowModel';
import { perModel } from '../model/perModel';
import { triggerOf } from '../model/trigger';
import { nilUuid } from '../model/uuid';
import type { Edge } from './edge';
import { edgesFrom, type Meaning } from './edgesFrom';

/** Every way through the actions of a document. */
export interface FlowGraph {
  readonly actions: readonly ActionNode[];
  /** Action by action, in order of the text. */
  readonly edges: readonly Edge[];
  from(action: ActionNode): readonly Edge[];
  to(action: ActionNode): readonly Edge[];
  /** Whether some way from the first action of its list leads to an action; also what only the running system could lead to is reachable. */
  isReachable(action: ActionNode): boolean;
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
  // Nearly every check of ways asks, so the key is not a text.
  const key = meanings.indexOf(semantics) + 2 * orders.indexOf(trigger);
  known[key] ??= buildGraph(model, { semantics, trigger });
  return known[key];
}

const meanings: readonly Meaning['semantics'][] = ['documented', 'observed'];
const orders: readonly (Trigger | undefined)[] = [undefined, ...triggers];

/** Whether the documented graph can differ from the observed one: by a counted `goto`, or by a `branch` without a default. */
function meansTwo(model: FlowModel): boolean {
  if (actionsOfType(model, 'goto').length > 0) return true;
  const references = referencesByAction(model);
  return actionsOfType(model, 'branch').some(
    ({ number }) =>
      !references[number]?.some(({ kind, id }) => kind === 'default' && id !== undefined && id !== nilUuid),
  );
}

const graphs = perModel((): FlowGraph[] => []);

/** The references of each action, by its number. */
const referencesByAction = perModel(({ actions, references }) => {
  const found: Reference[][] = new Array(actions.length);
  for (const reference of references) {
    const list = found[reference.from.number];
    if (list) list.push(reference);
    else found[reference.from.number] = [reference];
  }
  return found;
});

function buildGraph(model: FlowModel, meaning: Meaning): FlowGraph {
  const { actions, scopes } = model;
  const references = referencesByAction(model);
  const meaningOf = new Map(
    scopes.map((scope) => [scope, { ...meaning, trigger: triggerOf(model, scope, meaning.trigger) }]),
  );
  const from = actions.map((action) =>
    edgesFrom(action, references[action.number] ?? none, meaningOf.get(action.scope) ?? meaning),
  );
  return new Graph(actions, from, findReachable(model, from));
}

/**
 * A class, since an object with accessors of its own gets a hidden class of its own, which outlives every collection of young objects, and with it
 * the tree of each version: that was a fifth of the time of small flows.
 */
class Graph implements FlowGraph {
  #from: readonly (readonly Edge[])[];
  #isReachable: Uint8Array;
  #edges: readonly Edge[] | undefined;
  #to: readonly (readonly Edge[])[] | undefined;

  /** `from` and `isReachable` are by the numbers of the actions. */
  constructor(
    readonly actions: readonly ActionNode[],
    from: readonly (readonly Edge[])[],
    isReachable: Uint8Array,
  ) {
    this.#from = from;
    this.#isReachable = isReachable;
  }

  from({ number }: ActionNode): readonly Edge[] {
    return this.#from[number] ?? noEdges;
  }

  isReachable({ number }: ActionNode): boolean {
    return this.#isReachable[number] === 1;
  }

  // Only few ask for these, and checks run on every keystroke.
  get edges(): readonly Edge[] {
    this.#edges ??= this.#from.flat();
    return this.#edges;
  }

  to({ number }: ActionNode): readonly Edge[] {
    this.#to ??= byTarget(this.#from);
    return this.#to[number] ?? noEdges;
  }
}

const none: readonly Reference[] = [];
const noEdges: readonly Edge[] = [];

function byTarget(from: readonly (readonly Edge[])[]): Edge[][] {
  const found: Edge[][] = new Array(from.length);
  for (const edges of from) {
    for (const edge of edges) {
      if (!edge.to) continue;
      const list = found[edge.to.number];
      if (list) list.push(edge);
      else found[edge.to.number] = [edge];
    }
  }
  return found;
}

function findReachable({ actions, scopes }: FlowModel, from: readonly (readonly Edge[])[]): Uint8Array {
  const reachable = new Uint8Array(actions.length);
  const opened = new Set<Scope>();
  const waiting: ActionNode[] = [];
  const reach = (action: ActionNode) => {
    if (reachable[action.number]) return;
    reachable[action.number] = 1;
    waiting.push(action);
  };
  for (const { actions: list } of scopes) if (list[0]) reach(list[0]);
  for (let action = waiting.pop(); action; action = waiting.pop()) {
    for (const { to, open } of from[action.number] ?? noEdges) {
      if (to) reach(to);
      else if (open && !opened.has(action.scope)) {
        opened.add(action.scope);
        for (const [actionNode] of action.scope.byId.values()) if (actionNode) reach(actionNode);
      }
    }
  }
  return reachable;
}
