import type { FlowModel } from './flowModel';

let count = 0;

/**
 * A function that computes something from a model once, and returns the same result from then on.
 *
 * The model itself keeps the result. A WeakMap would keep it, and the whole tree of each version of a document, beyond every collection of young
 * objects, and half of the time would be spent on copying them.
 */
export function perModel<T extends object>(derive: (model: FlowModel) => T): (model: FlowModel) => T {
  const slot = count++;
  return (model) => {
    const before = model.derived[slot];
    if (before) return before as T;
    const value = derive(model);
    model.derived[slot] = value;
    return value;
  };
}
