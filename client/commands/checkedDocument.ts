import { checkFlow, type FlowModel, type RunInput, readFlow } from '../../flow';
import { readCallSubject } from '../run/callSubject';
import { findUnsendable } from '../run/findUnsendable';
import { simulatedInput } from '../run/simulatedInput';
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
  if (document) return { document, model: readFlow(document.text, { jsonc: document.jsonc }) };
  ui.tell('information', 'No flow is in front. Open a flow, then run the command again.', {
    label: 'New Flow',
    run: () => ui.command('voipbin.newFlow'),
  });
  return undefined;
}

/** The run of a document in the simulator; undefined, and told, where nothing can be run. `instead`: what to do if only a registered flow can. */
export function findInput(
  { ui }: CommandContext,
  { document, model }: CheckedDocument,
  instead: string,
): RunInput | undefined {
  const read = readCallSubject(model);
  const input = 'problem' in read ? undefined : simulatedInput(model);
  if (input) return input;
  const registered = `${document.name} has only the id of a registered flow. ${instead}`;
  ui.tell('warning', 'problem' in read ? read.problem : registered);
  return undefined;
}

/** `anyway`: the user has said that the document may have errors. */
export type Errors = 'stop' | 'anyway';

/** What is to be done with a flow. */
export type Doing = 'run' | 'registered' | 'updated';

/** What was not done, and the button that does it all the same. */
const words = {
  run: { refused: 'it was not run', anyway: 'Run Anyway' },
  registered: { refused: 'it was not registered', anyway: 'Register Anyway' },
  updated: { refused: 'its registered flow was not updated', anyway: 'Update Anyway' },
} as const;

/**
 * The document, when it may be run: without errors, or with the user's word that it may run with them.
 *
 * Otherwise it is told, with a way to its errors, and one to the command once more, which is to go on `anyway`.
 */
export async function checkedDocument(
  context: CommandContext,
  uri: string | undefined,
  doing: Doing,
  errors: Errors,
  command: (context: CommandContext, uri: string, errors: Errors) => Promise<void>,
): Promise<CheckedDocument | undefined> {
  const found = await findDocument(context, uri);
  if (!found) return undefined;
  const { document, model } = found;
  const wrong = errors === 'anyway' ? [] : checkFlow(model, document.checkSettings);
  const [first, ...more] = wrong.filter(({ severity }) => severity === 'error');
  if (!first) return sendable(context, found, doing);
  const count = more.length === 0 ? 'an error' : `${more.length + 1} errors`;
  const { refused, anyway } = words[doing];
  const showProblems = () => context.documents.showProblem(document.uri, first.offset);
  await context.documents.show(document.uri, first.offset);
  context.ui.tell(
    'error',
    `${document.name} has ${count}, so ${refused}.`,
    { label: 'Show Problems', run: showProblems },
    { label: anyway, run: () => command(context, document.uri, 'anyway') },
  );
  return undefined;
}

/** The document, unless something in it would have to be sent as something else: that is shown where it stands. */
async function sendable(
  { ui, documents }: CommandContext,
  found: CheckedDocument,
  doing: Doing,
): Promise<CheckedDocument | undefined> {
  const refused = findUnsendable(found.model, doing === 'run' ? 'run' : 'registered');
  if (!refused) {
    // What runs is in sight, from wherever it was started.
    if (doing === 'run') await documents.show(found.document.uri);
    return found;
  }
  await documents.showProblem(found.document.uri, refused.offset);
  ui.tell(
    'error',
    doing === 'updated'
      ? `The registered flow of ${found.document.name} was not updated. ${refused.problem}`
      : `${found.document.name} was not ${doing}. ${refused.problem}`,
  );
  return undefined;
}
