import { buildFlowModel, type FlowModel } from '../../flow/model/flowModel';
import type { RunDocument } from './run';

const known = new WeakMap<RunDocument, FlowModel>();

/** The model of the document as it was sent; built once, because a run asks for it with every event. */
export function runModel(document: RunDocument): FlowModel {
  const before = known.get(document);
  if (before) return before;
  const model = buildFlowModel(document.text, { jsonc: document.jsonc });
  known.set(document, model);
  return model;
}
