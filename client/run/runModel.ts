import { type FlowModel, type Path, readFlow } from '../../flow';
import type { DocumentText, RunDocument } from './run';

const known = new WeakMap<RunDocument, FlowModel>();

/** The model of the document as it was sent; built once, because a run asks for it with every event. */
export function runModel(document: RunDocument): FlowModel {
  const before = known.get(document);
  if (before) return before;
  const model = readFlow(document.text, { jsonc: document.jsonc });
  known.set(document, model);
  return model;
}

/** The document of a run; what was built of it before it was run is not built once more. */
export function runDocumentOf(
  { document: { uri, name, text, jsonc }, model }: { readonly document: DocumentText; readonly model: FlowModel },
  pathById: ReadonlyMap<string, Path> = new Map(),
  listPath?: Path,
): RunDocument {
  const document = { uri, name, text, jsonc, pathById, listPath };
  known.set(document, model);
  return document;
}
