/**
 * Every way that a call can take through a flow, found with the simulator: the ends, the edges that calls take, and for each the shortest
 * call that shows it, as a world.
 */
export { isPlacing, jumpName } from './effects';
export type { End, Exploration, ExploredCall, PlacedCall, TakenEdge, Visit } from './exploration';
export { type ExploreOptions, explore, exploring } from './explore';
export { endId, placeOfEnd } from './findings';
export { placedKey } from './placedKey';
export { documentPlace } from './trial';
