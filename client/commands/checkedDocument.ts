import { runChecks } from '../../flow/checks/runChecks';
import { buildFlowModel, type FlowModel } from '../../flow/model/flowModel';
import { findUnsendable } from '../run/findUnsendable';
import type { CommandContext, FlowDocument } from './context';

export interface CheckedDocument {
  readonly document: FlowDocument;
  readonly model: FlowModel;
}

/** The document that a command is about; undefined, and told, when there is none. */
export async function findDocument(
  { documents, ui }: CommandContext,
  uri: string | undefined,
): Promise<CheckedDocument | undefined> {
  const document = await documents.find(uri);
  if (document) return { document, model: buildFlowModel(document.text, { jsonc: document.jsonc }) };
  ui.tell('information', 'No flow is open. Open a file with a call flow, then run the command again.');
  return undefined;
}

/**
 * The document, when it may be run: without errors, or with the user's word that it may run with them.
 *
 * Otherwise its first error is shown where it stands.
 */
export async function checkedDocument(
  context: CommandContext,
  uri: string | undefined,
  doing: 'run' | 'registered',
): Promise<CheckedDocument | undefined> {
  const found = await findDocument(context, uri);
  if (!found) return undefined;
  const { document, model } = found;
  const errors = runChecks(model, document.checkSettings).filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) return sendable(context, found, doing);
  const count = errors.length === 1 ? 'an error' : `${errors.length} errors`;
  if (context.allowsErrors(document.uri)) {
    const anyway = doing === 'run' ? 'Run Anyway' : 'Register Anyway';
    const answer = await context.ui.confirm({
      message: `${document.name} has ${count}.`,
      detail: [errors.length === 1 ? first.message : `The first: ${first.message}`],
      buttons: [anyway, 'Show Problems'],
    });
    if (answer === anyway) return sendable(context, found, doing);
    if (answer === undefined) return undefined;
    await context.documents.showProblem(document.uri, first.offset);
    return undefined;
  }
  await context.documents.showProblem(document.uri, first.offset);
  context.ui.tell(
    'error',
    `${document.name} has ${count}, so it was not ${doing}. ${errors.length === 1 ? '' : 'The first: '}${first.message}`,
  );
  return undefined;
}

/** The document, unless something in it would have to be sent as something else: that is shown where it stands. */
async function sendable(
  { ui, documents }: CommandContext,
  found: CheckedDocument,
  doing: 'run' | 'registered',
): Promise<CheckedDocument | undefined> {
  const refused = findUnsendable(found.model, doing);
  if (!refused) return found;
  await documents.showProblem(found.document.uri, refused.offset);
  ui.tell('error', `${found.document.name} was not ${doing}. ${refused.problem}`);
  return undefined;
}
