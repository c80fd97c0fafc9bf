import {
  type ActionPlace,
  type Edge,
  type End,
  type ExploredCall,
  type ExploredEdge,
  endsOnlyInOther,
  type FlowModel,
  idsAsNames,
  isDropped,
  isEndless,
  isInOther,
  pathOf,
  untakenEdges,
  type Ways,
} from '../../flow';
import { endName } from './endName';

/** What was explored as JSON for other programs. Places are paths in the document, times are in virtual ms. */
export function pathsJson(path: string, model: FlowModel, [main, ...placed]: readonly Ways[]) {
  return {
    flow: path,
    ...(main ? listJson(model, main) : {}),
    nested: placed.map((ways) => ({
      at: ways.call && pathOf(ways.call.owner.node),
      placed: ways.isPlaced,
      ...listJson(model, ways),
    })),
  };
}

function listJson(model: FlowModel, ways: Ways): object {
  const { found, other } = ways;
  return {
    semantics: found.semantics,
    states: found.states,
    complete: found.complete,
    ends: found.ends.map((end) => ({ ...endJson(model, ways, end), in_other: isInOther(end, ways) ?? null })),
    edges: [...found.edges.map(takenJson), ...untakenEdges(model, ways).map(untakenJson)],
    assumed: found.assumed.map((text) => idsAsNames(model, text)),
    other: {
      semantics: other.semantics,
      states: other.states,
      complete: other.complete,
      ends: endsOnlyInOther(ways).map((end) => endJson(model, ways, end)),
    },
  };
}

function endJson(model: FlowModel, ways: Ways, end: End): object {
  const { outcome, error, detail, hangup, at, shortest, earliest, longest, maxUsed } = end;
  return {
    id: endName(ways, end),
    outcome,
    error,
    detail: idsAsNames(model, detail),
    hangup: hangup ?? null,
    at: pathOfPlace(at),
    ways: end.ways,
    dropped: isDropped(end),
    endless: isEndless(end),
    shortest: callJson(shortest),
    earliest,
    longest,
    most_used: maxUsed,
  };
}

const callJson = ({ duration, used, world }: ExploredCall): object => ({ duration, used, world });

function takenJson({ from, to, name, call }: ExploredEdge): object {
  return { from: pathOfPlace(from), to: pathOfPlace(to), name, taken: true, world: call.world };
}

function untakenJson({ from, to, name }: Edge): object {
  return { from: pathOf(from.node), to: to ? pathOf(to.node) : null, name, taken: false, world: null };
}

const pathOfPlace = (place: ActionPlace | undefined) => place?.path ?? null;
