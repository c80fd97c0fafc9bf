import { type ActionPlace, countedFromOne, type RunEnd, type WorldScript } from '../simulator';
import type { EffectEdge, Effects, Standing } from './effects';
import type { End, Exploration, ExploredCall, ExploredEdge, PlacedCall, Visit } from './exploration';
import { documentPlace, type StepRecord } from './trial';
import { isRefused, stepsOf, type Way, worldOf } from './way';

/** How something was reached. */
export interface FirstReach {
  /** The shortest way, with the step that is told of as its last. */
  readonly way: Way;
  /** The way that takes the least time. */
  readonly fastest: Way;
  readonly ways: number;
  /** Virtual ms of the way that takes longest. */
  readonly longest: number;
  /** Executed actions. */
  readonly used: number;
}

interface FoundEnd {
  readonly id: string;
  readonly end: RunEnd;
  readonly at: ActionPlace | undefined;
  ways: number;
  shortest: Way;
  fastest: Way;
  used: number;
  longest: number;
  maxUsed: number;
}

interface FoundEdge {
  readonly from: ActionPlace;
  readonly to: ActionPlace | undefined;
  readonly name: string;
  way: Way;
  used: number;
}

interface FoundPlaced {
  readonly at: ActionPlace;
  readonly key: string;
  way: Way;
  used: number;
}

interface FoundVisit {
  readonly at: ActionPlace;
  earliest: number;
  latest: number;
}

/** So many different calls of one action are told. */
const maxPlaced = 100;

/** Collects what an exploration comes to. `timed`: steps with the times that they really take; undefined where those are known. */
export function createFindings(
  ground: WorldScript,
  timed: ((steps: readonly StepRecord[]) => readonly StepRecord[]) | undefined,
) {
  const ends = new Map<string, FoundEnd>();
  const edges = new Map<string, FoundEdge>();
  const visits = new Map<string, FoundVisit>();
  const placed = new Map<string, FoundPlaced>();
  const placedAt = new Map<string, number>();
  const assumed = new Set<string>();
  const timedSteps = (way: Way) => (timed ? timed(stepsOf(way)) : stepsOf(way));
  const lengthOf = (steps: readonly StepRecord[]) => steps.reduce((sum, { duration }) => sum + duration, 0);
  const callOf = (way: Way, used: number): ExploredCall => {
    const steps = timedSteps(way);
    return {
      duration: lengthOf(steps),
      used,
      world: worldOf(steps, ground),
      asked: steps.some(({ typed }) => typed !== undefined),
      refused: steps.some(isRefused),
    };
  };

  const takeEdge = ({ key, from, to, name }: EffectEdge, way: Way, used: number) => {
    const known = edges.get(key);
    if (!known) edges.set(key, { from, to, name, way, used });
    else if (way.cost < known.way.cost) Object.assign(known, { way, used });
  };

  return {
    /** How many ends, edges and actions were found. */
    get size() {
      return ends.size + edges.size + visits.size;
    },

    /** An action was executed. */
    step(
      { edges: taken, visits: seen, placed: calls, assumed: told }: Effects,
      { way, fastest, longest, used }: FirstReach,
    ): void {
      for (const edge of taken) takeEdge(edge, way, used);
      for (const place of seen) visit(place, fastest.time - way.step.duration, longest - way.step.duration);
      for (const { at, key } of calls) place(at, key, way, used);
      for (const detail of told) assumed.add(detail);
    },

    /** A call came to its end. */
    end(end: RunEnd, standing: Standing, { way, fastest, ways, longest, used }: FirstReach): void {
      const at = placeOfEnd(end, standing);
      const id = endId(end, at);
      const known = ends.get(id);
      if (!known) {
        ends.set(id, { id, end, at, ways, shortest: way, fastest, used, longest, maxUsed: used });
        return;
      }
      known.ways = Math.min(Number.MAX_SAFE_INTEGER, known.ways + ways);
      known.longest = Math.max(known.longest, longest);
      known.maxUsed = Math.max(known.maxUsed, used);
      if (way.cost < known.shortest.cost) Object.assign(known, { shortest: way, used });
      if (fastest.time < known.fastest.time) known.fastest = fastest;
    },

    /** Yields after each call that is made up of its steps. */
    *result(): Generator<undefined, Pick<Exploration, 'ends' | 'edges' | 'visits' | 'placed' | 'assumed'>, void> {
      const shownEnds: End[] = [];
      for (const found of [...ends.values()].sort((a, b) => b.ways - a.ways || (a.id < b.id ? -1 : 1))) {
        const { id, end, at, ways, shortest, fastest, used, longest, maxUsed } = found;
        const call = callOf(shortest, used);
        const least = fastest === shortest ? call.duration : lengthOf(timedSteps(fastest));
        shownEnds.push({
          id,
          outcome: end.outcome,
          error: end.error,
          detail: end.detail,
          ...(end.hangup ? { hangup: end.hangup } : {}),
          at,
          ways,
          shortest: call,
          earliest: Math.min(least, call.duration),
          longest: Math.max(longest, call.duration),
          maxUsed,
        });
        yield;
      }
      const takenEdges: ExploredEdge[] = [];
      for (const { from, to, name, way, used } of edges.values()) {
        takenEdges.push({ from, to, name, call: callOf(way, used) });
        yield;
      }
      const placedCalls: PlacedCall[] = [];
      for (const { at, key, way, used } of placed.values()) {
        placedCalls.push({ at, key, call: callOf(way, used) });
        yield;
      }
      return {
        ends: shownEnds,
        edges: takenEdges,
        visits: [...visits.values()].map(({ ...item }): Visit => item),
        placed: placedCalls,
        assumed: [...assumed],
      };
    },
  };

  function place(at: ActionPlace, key: string, way: Way, used: number): void {
    const name = `${at.index} ${key}`;
    const known = placed.get(name);
    const count = placedAt.get(at.index) ?? 0;
    if (!known && count < maxPlaced) {
      placed.set(name, { at, key, way, used });
      placedAt.set(at.index, count + 1);
    } else if (known && way.cost < known.way.cost) Object.assign(known, { way, used });
  }

  function visit(at: ActionPlace, earliest: number, latest: number): void {
    const known = visits.get(at.index);
    if (!known) {
      visits.set(at.index, { at, earliest, latest });
      return;
    }
    known.earliest = Math.min(known.earliest, earliest);
    known.latest = Math.max(known.latest, latest);
  }
}

/** The action at which a call ended; undefined where a party left, which can happen anywhere. */
export function placeOfEnd({ hangup }: RunEnd, standing: Standing): ActionPlace | undefined {
  const leaves = hangup?.by === 'caller' || hangup?.by === 'callee';
  return leaves ? undefined : documentPlace(standing);
}

/** The same for the same end of the same flow, whatever else was explored. */
export function endId({ outcome, error, hangup }: RunEnd, at: ActionPlace | undefined): string {
  const how = outcome === 'hangup' && hangup?.by !== 'flow' ? `${hangup?.by}-hangs-up` : outcome;
  const why = error === null ? '' : `-${error.replaceAll(' ', '-')}`;
  const reason = hangup && hangup.by !== 'caller' && hangup.reason !== 'normal' ? `-${hangup.reason}` : '';
  return `${how}${why}${reason}${at ? `@${countedFromOne(at.index)}` : ''}`;
}
