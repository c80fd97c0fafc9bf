import type { Lane, Picture } from '../layout';
import { goneKey } from './goneKey';

/**
 * The lanes of both versions: first the present ones, then the removed ones. `names` has the keys of earlier nodes that still exist, with their
 * present keys; the starts of lanes are added to it. `flowNow` has the present lane of the flow of an earlier one.
 */
export function joinLanes(
  then: Picture,
  now: Picture,
  names: Map<string, string>,
  flowNow: (lane: number) => number | undefined,
): { readonly lanes: readonly Lane[]; readonly laneNow: (lane: number) => number } {
  const lanes = [...now.lanes];
  const position = new Map<number, number>();
  for (const [at, lane] of then.lanes.entries()) {
    const { owner } = lane;
    const same =
      owner === undefined
        ? flowNow(at)
        : now.lanes.findIndex((candidate) => candidate.owner !== undefined && candidate.owner === names.get(owner));
    if (same !== undefined && same >= 0) {
      position.set(at, same);
      names.set(`start of ${at}`, `start of ${same}`);
      continue;
    }
    position.set(at, lanes.length);
    lanes.push({ ...lane, owner: owner === undefined ? undefined : (names.get(owner) ?? goneKey(owner)) });
  }
  return { lanes, laneNow: (lane) => position.get(lane) ?? lane };
}
