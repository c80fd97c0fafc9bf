import type { FlowModel } from './flowModel';

/**
 * A function that derives something from a model once and answers with the same from then on.
 *
 * The model itself keeps it. In a WeakMap it would outlive every collection of young objects, and with it the whole tree of each version of a
 * document: half of the time would go into carrying them over.
 */
export function perModel<T extends object>(derive: (model: FlowModel) => T): (model: FlowModel) => T {
  return (model) => {
    const before = model.derived.get(derive);
    if (before) return before as T;
    const value = derive(model);
    model.derived.set(derive, value);
    return value;
  };
}
