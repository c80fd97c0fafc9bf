import { isTrigger } from '../catalog/referenceTypes';
import type { Edge } from '../graph/edge';
import { type FlowGraph, graphOf } from '../graph/flowGraph';
import { pathOf } from '../json/node';
import type { ActionNode, FlowModel } from '../model/flowModel';
import type { ActionPlace, Semantics, Simulation } from '../simulator';
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
  /** How often runs executed it. */
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
  const executed = new Map<string, number>();
  const taken = new Map<string, number>();
  const meanings = new Map<string, FlowGraph>();
  const addEvents = ({ events, children }: Simulation) => {
    for (const event of events) if (event.type === 'action' && event.place) add(executed, keyOfPlace(event.place));
    for (const { from, to, name } of takenEdges(events)) add(taken, `${keyOfPlace(from)} ${keyOfPlace(to)} ${name}`);
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
      const graphs = meanings.size === 0 ? [graphOf(model, 'observed')] : [...meanings.values()];
      const actions = model.actions.map((action): ActionCoverage => {
        const edges = edgesOf(action, graphs);
        const counts = edges.map((edge) => ({
          edge,
          name: edgeName(edge, edges),
          count: taken.get(keyOfEdge(edge)) ?? 0,
        }));
        return { action, count: executed.get(keyOfAction(action)) ?? 0, edges: counts.length > 1 ? counts : [] };
      });
      return { model, actions };
    },
  };
}

const add = (counts: Map<string, number>, key: string) => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** The ways on from an action in any of the graphs, each once. */
function edgesOf(action: ActionNode, graphs: readonly FlowGraph[]): readonly Edge[] {
  const all = graphs.flatMap((graph) => graph.from(action));
  const isTakeable = ({ to, kind }: Edge) => to !== undefined || kind === 'end';
  return [...new Map(all.filter(isTakeable).map((edge) => [keyOfEdge(edge), edge])).values()];
}

const keys = new WeakMap<readonly (string | number)[], string>();

function keyOfPath(path: readonly (string | number)[] | undefined): string {
  if (!path) return '';
  const key = keys.get(path) ?? JSON.stringify(path);
  keys.set(path, key);
  return key;
}

const keyOfPlace = (place: ActionPlace | undefined) => keyOfPath(place?.path);
const keyOfAction = (action: ActionNode | undefined) => keyOfPath(action && pathOf(action.node));
const keyOfEdge = ({ from, to, name }: Edge) => `${keyOfAction(from)} ${keyOfAction(to)} ${name}`;
