import type { CallBody, GroupMethods } from '../api/bodies';
import { createAnswers } from '../run/answers';
import { askCall, type CallAnswers } from '../run/askCall';
import { type CallSubject, readCallSubject } from '../run/callSubject';
import { callSummary } from '../run/callSummary';
import { freePhone } from '../run/freePhone';
import { listCosts } from '../run/listCosts';
import { notCall } from '../run/notCalls';
import { type SentFlow, sentFlow } from '../run/sentFlow';
import { unsetVariables } from '../run/unsetVariables';
import { type CheckedDocument, checkedDocument, type Errors } from './checkedDocument';
import type { CommandContext, Connection } from './context';
import { launchCall, type PreparedCall } from './launchCall';
import { placeOnce } from './placeOnce';
import { type RunWorld, readRunWorld } from './readRunWorld';

/**
 * Runs the flow of a document as a call: checks it, asks for what it does not say, tells what is billed and asks once, then places the call.
 *
 * On the local profile nothing is asked but the values of variables, and the phone beside the editor rings. What follows the call continues
 * by itself; the command is over when the call is placed.
 */
export async function runCall(context: CommandContext, uri?: string, errors: Errors = 'stop'): Promise<void> {
  const checked = await checkedDocument(context, uri, 'run', errors, runCall);
  if (!checked) return;
  const refused = notCall(checked.model.shape);
  if (refused) return context.ui.tell('warning', refused);
  const read = readCallSubject(checked.model);
  if ('problem' in read) return context.ui.tell('warning', read.problem);
  const { subject } = read;
  const { document } = checked;
  await placeOnce(context, document, async () => {
    const connection = await context.connect();
    // A real VoIPbin is in the real world.
    const world = connection?.local ? await readRunWorld(context) : { script: {}, note: undefined };
    if (!world) return;
    connection?.local?.setWorld(world.script);
    const prepared = connection && (await prepare(context, connection, checked, subject, world));
    if (prepared) await launchCall(context, connection, checked, prepared);
  });
}

async function prepare(
  context: CommandContext,
  { profile, api, local }: Connection,
  { document, model }: CheckedDocument,
  subject: CallSubject,
  { script, note }: RunWorld,
): Promise<PreparedCall | undefined> {
  const link = context.links.find(profile.name, document.uri);
  const kept = createAnswers(context.memory, profile.name, document.uri);
  // A group call brings its flow no variables.
  const unset = subject.hasActions && !subject.group ? unsetVariables(model, script.variables) : [];
  for (;;) {
    const answers = await askCall({
      ui: context.ui,
      api,
      title: `Run Call: ${document.name}`,
      subject,
      unset,
      link,
      kept,
      phone: local && freePhone(local.phone, context.runs.list()),
    });
    if (!answers) return undefined;
    const registered = answers.useRegistered ? link : undefined;
    const sent = registered || subject.flowId !== undefined ? undefined : sentFlow(model, context.newId);
    const flowId = registered?.flowId ?? subject.flowId;
    const variables = { ...script.variables, ...answers.variables };
    const body = bodyOf(subject, { ...answers, variables }, sent, flowId);
    const prepared = { body, group: subject.group, sent, note, world: { ...script, variables } };
    // Nothing of the local VoIPbin costs anything or reaches anybody.
    if (profile.kind === 'local') return prepared;
    const name = registered?.name ?? document.name;
    const costs = listCosts(model, 'call');
    const summary = callSummary(body, { name, isRegistered: flowId !== undefined }, costs, profile);
    const detail = subject.group ? [groupText(subject.group), '', ...summary.detail] : summary.detail;
    const answer = await context.ui.confirm({ ...summary, detail, buttons: ['Call', 'Change Answers'] });
    if (answer === 'Call') return prepared;
    if (answer === undefined) return undefined;
  }
}

/** Source: bin-call-manager/pkg/groupcallhandler/start.go, answer.go. */
function groupText({ ring_method, answer_method }: GroupMethods): string {
  if (ring_method === 'linear') return 'It is one group call. They ring one after another, until one answers.';
  const rest =
    answer_method === 'hangup_others' ? 'the first to answer ends the other calls' : 'each that answers runs the flow';
  return `It is one group call. They ring at the same time; ${rest}.`;
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
