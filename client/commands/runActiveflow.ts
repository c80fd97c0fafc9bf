import { type FlowModel, flowGraph, shorten } from '../../flow';
import { startActiveflow } from '../api/startActiveflow';
import { createAnswers } from '../run/answers';
import { askVariables } from '../run/askVariables';
import { readCallSubject } from '../run/callSubject';
import { billingLines, costText, profileText } from '../run/callSummary';
import { listCosts } from '../run/listCosts';
import { runDocumentOf } from '../run/runModel';
import { mainScope, sentFlow } from '../run/sentFlow';
import { unsetVariables } from '../run/unsetVariables';
import { whySkipped } from '../run/whySkipped';
import { checkedDocument, type Errors } from './checkedDocument';
import type { CommandContext } from './context';
import { followWithPlaced } from './followWithPlaced';
import { newRun } from './newRun';

/** Runs the flow of a document without a phone, after telling what is skipped then and what costs money all the same. */
export async function runActiveflow(context: CommandContext, uri?: string, errors: Errors = 'stop'): Promise<void> {
  const { ui, newId } = context;
  const checked = await checkedDocument(context, uri, 'run', errors, runActiveflow);
  if (!checked) return;
  const { document, model } = checked;
  const read = readCallSubject(model);
  if ('problem' in read) return ui.tell('warning', read.problem);
  const { subject } = read;
  const connection = await context.connect();
  if (!connection) return;
  const { profile } = connection;
  const values = await askVariables({
    ui,
    title: `Run as Activeflow: ${document.name}`,
    unset: subject.hasActions ? unsetVariables(model) : [],
    kept: createAnswers(context.memory, profile.name, document.uri),
  });
  if (!values) return;
  const detail = [
    `It runs ${document.name} on ${profileText(profile)}, without a call.`,
    '',
    skippedText(model),
    ...(subject.webhook.webhook_uri ? ['', `Its events go to ${shorten(subject.webhook.webhook_uri, 200)}.`] : []),
    ...(profile.kind === 'local' ? [] : ['', ...billingLines(listCosts(model, 'api').map(costText))]),
  ];
  const answer = await ui.confirm({ message: 'Run the flow without a phone?', detail, buttons: ['Run'] });
  if (answer !== 'Run') return;
  const sent = subject.flowId === undefined ? sentFlow(model, newId) : undefined;
  const variables = { ...subject.variables, ...values };
  const body = {
    ...(subject.flowId === undefined ? { actions: sent?.actions ?? [] } : { flow_id: subject.flowId }),
    ...(Object.keys(variables).length > 0 ? { variables } : {}),
    ...subject.webhook,
  };
  const { api } = connection;
  const started = await ui.during('Starting the flow', (signal) => startActiveflow(api, body, newId, { signal }));
  const runDocument = runDocumentOf(checked, sent?.pathById, sent?.listPath);
  const run = newRun(context, connection, 'activeflow', runDocument);
  followWithPlaced(context, connection, run, { activeflow: started.id }, { checkSettings: document.checkSettings });
}

/** Which actions have no effect without a phone. */
function skippedText(model: FlowModel): string {
  const graph = flowGraph(model);
  const actions = (mainScope(model)?.actions ?? []).filter((action) => graph.isReachable(action));
  const skipped = actions.flatMap(({ type }) => (type !== undefined && whySkipped(type, 'api') ? [type] : []));
  if (skipped.length === 0) return 'All of its actions run.';
  const counts = new Map<string, number>();
  for (const type of skipped) counts.set(type, (counts.get(type) ?? 0) + 1);
  const list = [...counts].map(([type, count]) => (count > 1 ? `${type} (${count}×)` : type)).join(', ');
  return `${skipped.length} of its ${actions.length} actions need a phone call, and VoIPbin skips them: ${list}.`;
}
