import type { FlowModel, Scope } from '../../model/flowModel';
import { perModel } from '../../model/perModel';
import { listIncomplete } from '../listIncomplete';

/**
 * The lists of actions whose ways can be judged: not of a part of a flow, and not while something in the text cannot be read, since a way may
 * lead through there.
 */
export const judgedScopes = perModel(
  (model: FlowModel): ReadonlySet<Scope> =>
    new Set(listIncomplete(model) ? [] : model.scopes.filter(({ fragment }) => !fragment)),
);
