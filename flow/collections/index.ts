/** Small structures that know nothing of flows. */

export * from './addTo'; // groups by key
export * from './firstIndex'; // a search in an ordered list
export * from './listeners'; // who is told of something
export * from './perObject'; // computes once for each object
export * from './toEnd'; // runs a generator to its end
