import { isTrigger } from '../catalog/referenceTypes';
import type { Semantics } from '../catalog/semantics';
import type { Edge } from '../graph/edge';
import { type FlowGraph, graphOf } from '../graph/flowGraph';
import type { ActionNode, FlowModel } from '../model/flowModel';
import type { ActionPlace, Simulation } from '../simulator';
import { actionKey, edgeKey, placeKey, takenKey } from '../ways/edgeKeys';
import { edgeName } from './edgeName';
import { takenEdges } from './takenEdges';

/** One way on from an action that has more than one. */
export interface EdgeCoverage {
  readonly edge: Edge;
  /** `key 2`, `silence`, `default`, `true`, `false`, `goto` … */
  readonly name: string;
  readonly count: number;
}

export interface ActionCoverage {
  readonly action: ActionNode;
  /** How often runs executed it; where it was skipped, it did not run. */
  readonly count: number;
  /** None where there is only one way on. */
  readonly edges: readonly EdgeCoverage[];
}

/** Which actions and ways of a flow the cases took, in the order of the text, the flows of placed calls included. */
export interface Coverage {
  readonly model: FlowModel;
  readonly actions: readonly ActionCoverage[];
}

/** Counts what runs of one flow take. */
export interface CoverageCounter {
  add(run: CoveredRun): void;
  /** What there is to take, and how often it was taken so far. */
  coverage(): Coverage;
}

interface CoveredRun {
  readonly simulation: Simulation;
  readonly semantics: Semantics;
}

/**
 * A counter for the runs of a flow. What there is to take follows the meaning by which the runs ran, and what started them.
 *
 * Left out are ways that only the running system knows, and those that drop the call: no call goes on there.
 */
export function countCoverage(model: FlowModel): CoverageCounter {
  // Runs of one flow share its places. So nothing is written until the end.
  const executed = new Map<ActionPlace, number>();
  const taken = new Map<ActionPlace, Map<ActionPlace | undefined, Map<string, number>>>();
  const meanings = new Map<string, FlowGraph>();
  const addEvents = ({ events, children }: Simulation) => {
    for (const event of events)
      if (event.type === 'action' && event.place && !event.skipped) add(executed, event.place);
    for (const { from, to, name } of takenEdges(events)) add(within(within(taken, from), to), name);
    for (const child of children) addEvents(child);
  };
  return {
    add({ simulation, semantics }) {
      const start = simulation.events.find((event) => event.type === 'start');
      const trigger = start?.input.referenceType ?? '';
      meanings.set(`${semantics} ${trigger}`, graphOf(model, semantics, isTrigger(trigger) ? trigger : undefined));
      addEvents(simulation);
    },
    coverage() {
      const counts = new Map<string, number>();
      for (const [place, count] of executed) add(counts, placeKey(place), count);
      for (const [from, ways] of taken)
        for (const [to, names] of ways)
          for (const [name, count] of names) add(counts, takenKey({ from, to, name }), count);
      const graphs = meanings.size === 0 ? [graphOf(model, 'observed')] : [...meanings.values()];
      const actions = model.actions.map((action): ActionCoverage => {
        const edges = edgesOf(action, graphs);
        const ways = edges.map((edge) => ({
          edge,
          name: edgeName(edge, edges),
          count: counts.get(edgeKey(edge)) ?? 0,
        }));
        return { action, count: counts.get(actionKey(action)) ?? 0, edges: ways.length > 1 ? ways : [] };
      });
      return { model, actions };
    },
  };
}

const add = <K>(counts: Map<K, number>, key: K, by = 1) => void counts.set(key, (counts.get(key) ?? 0) + by);

function within<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const found = maps.get(key) ?? new Map<L, V>();
  maps.set(key, found);
  return found;
}

/** The ways on from an action in any of the graphs, each once. */
function edgesOf(action: ActionNode, graphs: readonly FlowGraph[]): readonly Edge[] {
  const all = graphs.flatMap((graph) => graph.from(action));
  const isTakeable = ({ to, kind }: Edge) => to !== undefined || kind === 'end';
  return [...new Map(all.filter(isTakeable).map((edge) => [edgeKey(edge), edge])).values()];
}
