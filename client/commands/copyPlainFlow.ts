import { firstFault, plainText } from '../../flow';
import { findDocument } from './checkedDocument';
import type { CommandContext } from './context';

/** Copies a document as VoIPbin takes it: JSON without comments and trailing commas, with UUIDs in the place of names. */
export async function copyPlainFlow(context: CommandContext, uri?: string): Promise<void> {
  const { ui, documents } = context;
  const found = await findDocument(context, uri);
  if (!found) return;
  const { document, model } = found;
  const fault = firstFault(model.issues);
  if (fault || !model.root) {
    await documents.showProblem(document.uri, fault?.offset ?? 0);
    ui.tell('error', `${document.name} is not copied, because it is not JSON. Correct it first.`);
    return;
  }
  await ui.copy(plainText(model));
  ui.tell('information', `${document.name} is copied as VoIPbin expects it: plain JSON, with UUIDs instead of names.`);
}
