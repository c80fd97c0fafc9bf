import type { ActionNode, FlowModel } from '../model/flowModel';
import { perModel } from '../model/perModel';
import { plainModel } from './plainModel';

/** A document as VoIPbin gets it, and whose its ids are. */
export interface PlainFlow {
  /** The document with UUIDs in the place of names. Its actions are those of the document, one by one, with the same paths; offsets differ. */
  readonly model: FlowModel;
  /** The actions of the document itself by the canonical UUID that VoIPbin knows each by; of several with one id the first, which is the one that runs. */
  readonly actionById: ReadonlyMap<string, ActionNode>;
}

/**
 * What leaves the editor of a document, whose names VoIPbin does not take. It works for every document, and costs little where there are no names.
 *
 * Code that runs or sends a flow takes its actions from `model` here, and shows what comes back by the document:
 *
 * ```ts
 * const plain = plainFlow(model);
 * const actions = toValue(mainScope(plain.model).list);       // UUIDs alone: for the simulator, a request …
 * const action = plain.actionById.get(event.id);              // … and back: `action.name`, `action.node`, `action.scope`
 * const sentence = idsAsNames(model, event.detail);             // of the simulator or of VoIPbin, with names in the place of ids
 * const json = plainText(model);                              // the whole document as JSON: `build`, Copy as Plain Flow
 * ```
 *
 * A path, as `event.place.path`, leads to the same action in the document and in `plain.model`. World files know no ids of actions.
 */
export function plainFlow(model: FlowModel): PlainFlow {
  return flows(model);
}

const flows = perModel((model): PlainFlow => {
  const plain = plainModel(model);
  const actionById = new Map<string, ActionNode>();
  for (const [at, { id }] of plain.actions.entries()) {
    const action = model.actions[at];
    if (id !== undefined && action && !actionById.has(id)) actionById.set(id, action);
  }
  return { model: plain, actionById };
});
