import { jsonText } from '../api/exactJson';
import { type AnsweredNumber, listAnsweredNumbers } from '../run/answeredNumbers';
import { askIncoming } from '../run/askIncoming';
import { type CallSubject, readCallSubject } from '../run/callSubject';
import { documentFlow } from '../run/flowBody';
import { notesOf } from '../run/run';
import { runDocumentOf } from '../run/runModel';
import { sentFlow } from '../run/sentFlow';
import { type CheckedDocument, checkedDocument, type Errors } from './checkedDocument';
import type { CommandContext } from './context';
import { followIncoming } from './followIncoming';
import { placeOnce } from './placeOnce';
import { readRunWorld } from './readRunWorld';

/**
 * Places a call to the flow of a document: the phone beside the editor calls a number of the local VoIPbin, and the flow answers, whatever
 * profile is switched on.
 *
 * An incoming call brings a flow no variables but its own, so none are asked and those of a body are not set.
 */
export async function callFlow(context: CommandContext, uri?: string, errors: Errors = 'stop'): Promise<void> {
  const checked = await checkedDocument(context, uri, 'run', errors, callFlow);
  if (!checked) return;
  const { document } = checked;
  const read = readCallSubject(checked.model);
  if ('problem' in read) return context.ui.tell('warning', read.problem);
  await placeOnce(context, document, () => callChecked(context, checked, read.subject));
}

async function callChecked(
  context: CommandContext,
  checked: CheckedDocument,
  { flowId, variables }: CallSubject,
): Promise<void> {
  const { ui, memory, links } = context;
  const { document, model } = checked;
  const connection = await context.connectLocal();
  const world = await readRunWorld(context);
  if (!world) return;
  connection.local.setWorld(world.script);
  const [first, ...more] = await listAnsweredNumbers(connection.api);
  if (!first) return ui.tell('warning', 'The local VoIPbin has no number to call.');
  const numbers = [first, ...more] as const;
  const link = links.find('local', document.uri);
  const incoming = await askIncoming({
    ui,
    memory,
    title: `Call This Flow: ${document.name}`,
    numbers,
    // The one that the flow answers when it is in service, else one that looks like that.
    first: (link && numbers.find(({ number }) => number.call_flow_id === link.flowId)) ?? numbers.find(isInService),
    caller: connection.local.caller,
  });
  if (!incoming) return;
  const sent = flowId === undefined ? sentFlow(model, context.newId) : undefined;
  const answeredBy =
    flowId === undefined
      ? {
          actions: jsonText(sent?.actions ?? []),
          onCompleteFlowId: documentFlow(model)?.on_complete_flow_id,
        }
      : { flowId };
  const runDocument = runDocumentOf(checked, sent?.pathById, sent?.listPath);
  const incidents = notesOf(world.note, Object.keys(variables).length > 0 ? noVariables : undefined);
  const call = { number: incoming.number.number.number, from: incoming.from, answeredBy };
  const known = { incidents, world: world.script };
  const problem = await followIncoming(context, connection, call, runDocument, document.checkSettings, known);
  if (problem !== undefined) ui.tell('warning', problem);
}

const isInService = ({ number, calls }: AnsweredNumber) => number.type === 'normal' && calls !== undefined;

const noVariables = 'The "variables" of this file are not set: an incoming call has none.';
