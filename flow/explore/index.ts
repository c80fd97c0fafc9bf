/**
 * Every way that a call can take through a flow, found with the simulator: the ends, the edges that calls take, and for each the shortest
 * call that shows it, as a world.
 */

export * from './effects'; // which actions place calls
export * from './exploration'; // ends, edges and calls that were found
export * from './explore'; // explores a flow, in one go or step by step
