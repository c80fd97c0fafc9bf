import { nilUuid } from '../../model/uuid';
import { ask } from '../run/ask';
import { pushList } from '../run/pushList';
import { next, type Run, type Script, stop } from '../run/run';
import { setVariables } from '../run/variables';
import { type Handler, idOf, optionText } from './handler';
import { made, pushedList, pushMade } from './pushed';
import { request } from './request';

/**
 * Waits in a queue: the queue's wait flow again and again, until an agent is found and both join a bridge.
 *
 * Source: bin-queue-manager/pkg/queuecallhandler/service.go, variable.go.
 */
export const queueJoin: Handler = function* (run, option) {
  const id = idOf(option, 'queue_id');
  const answer = id === nilUuid ? undefined : yield* ask(run, { kind: 'queue', queueId: id });
  if (answer?.kind !== 'queue') return stop('service refused', `There is no queue ${id}.`);
  const variables = {
    'voipbin.queue.id': id,
    'voipbin.queue.name': answer.name ?? '',
    'voipbin.queue.detail': answer.detail ?? '',
    'voipbin.queuecall.id': run.ids(),
    'voipbin.queuecall.timeout_wait': String(answer.waitTimeout ?? 0),
    'voipbin.queuecall.timeout_service': String(answer.serviceTimeout ?? 0),
  };
  yield* setVariables(run, variables);
  const waiting = made(run, 'fetch_flow', { flow_id: answer.waitFlowId ?? nilUuid });
  const loop = { ...made(run, 'empty'), nextId: waiting.id };
  const join = made(run, 'confbridge_join', { confbridge_id: run.ids() });
  const stack = yield* pushMade(run, [waiting, loop, join]);
  if (stack) {
    const after = answer.agentAfter;
    const agentAt = after !== undefined && Number.isFinite(after) ? run.clock + Math.max(0, after) : undefined;
    run.queue = { id, stack, agentAt, taken: false, gaveUp: false, variables: Object.keys(variables) };
  }
  return next;
};

/** Runs the conference's own flow, if it has one, and joins its bridge. Source: bin-conference-manager/pkg/conferencecallhandler/service.go. */
export const conferenceJoin: Handler = function* (run, option) {
  const id = idOf(option, 'conference_id');
  const answer = id === nilUuid ? undefined : yield* ask(run, { kind: 'conference', conferenceId: id });
  if (answer?.kind !== 'conference') return stop('service refused', `There is no conference ${id}.`);
  const before = answer.preFlowId ?? nilUuid;
  yield* pushMade(run, [
    ...(before === nilUuid ? [] : [made(run, 'fetch_flow', { flow_id: before })]),
    made(run, 'confbridge_join', { confbridge_id: id }),
  ]);
  return next;
};

/**
 * Starts an AI session: on a call in a bridge, in a conversation by parking the flow.
 *
 * Any other reference is taken for a call and not found. Source: bin-ai-manager/pkg/aicallhandler/service.go.
 */
export const aiTalk: Handler = function* (run, option) {
  const { referenceType } = run.input;
  if (referenceType !== 'call' && referenceType !== 'conversation') {
    return stop('wrong reference type', '`ai_talk` needs a call or a conversation.');
  }
  if (referenceType === 'conversation' && !run.variables.has('voipbin.conversation_message.text')) {
    return stop('service refused', 'There is no message: the variable voipbin.conversation_message.text is not set.');
  }
  const refused = yield* startSession(run, option, 'ai_talk');
  if (refused !== undefined) return stop('service refused', `The AI session cannot start: ${refused}.`);
  const bridge = { confbridge_id: run.ids() };
  yield* session(run, referenceType === 'call' ? made(run, 'confbridge_join', bridge) : made(run, 'block'), undefined);
  return next;
};

/** ms after which an AI job is ended. Source: bin-ai-manager/pkg/aicallhandler/start.go:980. */
const longestTask = 30_000;

/** Starts an AI job and parks the flow until it is done, for 30 s at most. */
export const aiTask: Handler = function* (run, option) {
  const refused = yield* startSession(run, option, 'ai_task');
  if (refused !== undefined) return stop('service refused', `The AI job cannot start: ${refused}.`);
  yield* session(run, made(run, 'block'), longestTask);
  return next;
};

/** Source: bin-ai-manager/pkg/summaryhandler/start.go. */
export const aiSummary: Handler = function* (run, option) {
  const kind = optionText(option, 'reference_type');
  if (!['call', 'conference', 'transcribe', 'recording'].includes(kind)) {
    return stop('service refused', `There is no reference type "${kind}" to summarise.`);
  }
  if (idOf(option, 'reference_id') === nilUuid)
    return stop('service refused', '`reference_id` is missing: there is nothing to summarise.');
  const refused = yield* request(run, 'ai_summary');
  if (refused !== undefined) return stop('service refused', `The summary cannot start: ${refused}.`);
  const flowId = idOf(option, 'on_end_flow_id');
  if (flowId !== nilUuid) {
    const variables = {
      'voipbin.ai_summary.id': run.ids(),
      'voipbin.ai_summary.reference_type': kind,
      'voipbin.ai_summary.reference_id': idOf(option, 'reference_id'),
      'voipbin.ai_summary.language': optionText(option, 'language') || 'en-US',
      'voipbin.ai_summary.content': '',
    };
    run.followUps.push({ flowId, referenceType: 'ai', variables });
  }
  return next;
};

/** The AI that the option names; the variables of its session. `undefined`: started. */
function* startSession(
  run: Run,
  option: Parameters<Handler>[1],
  service: 'ai_talk' | 'ai_task',
): Script<string | undefined> {
  const type = optionText(option, 'assistance_type');
  if (!['', 'ai', 'team'].includes(type)) return `the assistance type "${type}" is not known`;
  const named = type === '' ? idOf(option, 'ai_id') : idOf(option, 'assistance_id');
  if (named === nilUuid) return 'no AI is named';
  return yield* request(run, service, {
    'voipbin.aicall.id': run.ids(),
    'voipbin.aicall.ai_id': named,
    'voipbin.aicall.ai_engine_model': '',
    'voipbin.aicall.confbridge_id': run.ids(),
    'voipbin.aicall.stt_language': '',
    'voipbin.aicall.pipecatcall_id': run.ids(),
  });
}

function* session(run: Run, action: ReturnType<typeof made>, longest: number | undefined): Script<void> {
  const list = pushedList(run, [action]);
  run.sessions.set(list.key, { id: run.variables.get('voipbin.aicall.id') ?? '', longest });
  yield* pushList(run, list, 'pushed');
}
