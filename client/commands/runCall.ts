import type { CallBody } from '../api/bodies';
import { createAnswers } from '../run/answers';
import { askCall, type CallAnswers } from '../run/askCall';
import { type CallSubject, readCallSubject } from '../run/callSubject';
import { callSummary } from '../run/callSummary';
import { createFlowLinks } from '../run/flowLinks';
import { listCosts } from '../run/listCosts';
import { type SentFlow, sentFlow } from '../run/sentFlow';
import { unsetVariables } from '../run/unsetVariables';
import { type CheckedDocument, checkedDocument } from './checkedDocument';
import type { CommandContext, Connection } from './context';
import { launchCall, type PreparedCall } from './launchCall';

/**
 * Runs the flow of a document as a call: checks it, asks for what it does not say, tells what is billed and asks once, then places the call.
 *
 * On the local profile nothing is asked but the values of variables, and the phone beside the editor rings. What follows the call goes on
 * by itself; the command is over when the call is placed.
 */
export async function runCall(context: CommandContext, uri?: string): Promise<void> {
  const checked = await checkedDocument(context, uri, 'run');
  if (!checked) return;
  const read = readCallSubject(checked.model);
  if ('problem' in read) return context.ui.tell('warning', read.problem);
  const connection = await context.connect();
  if (!connection) return;
  const prepared = await prepare(context, connection, checked, read.subject);
  if (prepared) await launchCall(context, connection, checked, prepared);
}

async function prepare(
  context: CommandContext,
  { profile, api, local }: Connection,
  { document, model }: CheckedDocument,
  subject: CallSubject,
): Promise<PreparedCall | undefined> {
  const link = createFlowLinks(context.memory).find(profile.name, document.uri);
  const kept = createAnswers(context.memory, profile.name, document.uri);
  const unset = subject.hasActions ? unsetVariables(model) : [];
  for (;;) {
    const answers = await askCall({
      ui: context.ui,
      api,
      title: `Run Call: ${document.name}`,
      subject,
      unset,
      link,
      kept,
      phone: local?.phone,
    });
    if (!answers) return undefined;
    const registered = answers.useRegistered ? link : undefined;
    const sent = registered || subject.flowId !== undefined ? undefined : sentFlow(model, context.newId);
    const flowId = registered?.flowId ?? subject.flowId;
    const body = bodyOf(subject, answers, sent, flowId);
    const prepared = { body, sent, registered };
    // Nothing of the local VoIPbin costs anything or reaches anybody.
    if (profile.kind === 'local') return prepared;
    const name = registered?.name ?? document.name;
    const costs = listCosts(model, 'call');
    const summary = callSummary(body, { name, isRegistered: flowId !== undefined }, costs, profile);
    const answer = await context.ui.confirm({ ...summary, buttons: ['Call', 'Change Answers'] });
    if (answer === 'Call') return prepared;
    if (answer === undefined) return undefined;
  }
}

function bodyOf(
  subject: CallSubject,
  { destination, source, variables }: CallAnswers,
  sent: SentFlow | undefined,
  flowId: string | undefined,
): CallBody {
  const from = subject.source ?? (source === 'none' ? undefined : source);
  const values = { ...subject.variables, ...variables };
  return {
    ...(from ? { source: from } : {}),
    destinations: subject.destinations?.length ? subject.destinations : destination ? [destination] : [],
    ...(flowId === undefined ? { actions: sent?.actions ?? [] } : { flow_id: flowId }),
    ...(subject.anonymous === undefined ? {} : { anonymous: subject.anonymous }),
    ...(Object.keys(values).length > 0 ? { variables: values } : {}),
  };
}
