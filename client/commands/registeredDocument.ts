import { type CheckSettings, readFlow } from '../../flow';
import { flowText, readableFlow } from '../run/flowBody';
import { registeredPaths } from '../run/registeredPaths';
import type { RunDocument } from '../run/run';
import { runDocumentOf } from '../run/runModel';
import type { CommandContext, Connection } from './context';

/** The document in which the run of a registered flow is shown: the file that stands for the flow, else the flow itself as a text. */
export async function registeredDocument(
  { documents, links }: CommandContext,
  { api, profile }: Connection,
  flowId: string,
): Promise<{ readonly document: RunDocument; readonly checkSettings: CheckSettings }> {
  const flow = await api.getFlow(flowId);
  const uri = links.documentOf(profile.name, flow.id);
  const linked = uri === undefined ? undefined : await documents.find(uri).catch(() => undefined);
  const document = linked ?? (await documents.keepText(flow.name || flow.id, flowText(readableFlow(flow))));
  const model = readFlow(document.text, { jsonc: document.jsonc });
  const { checkSettings } = document;
  return { document: runDocumentOf({ document, model }, registeredPaths(model, flow)), checkSettings };
}
