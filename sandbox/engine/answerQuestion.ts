import type { Answer, Question, RunEvent } from '../../flow';
import { address } from '../resources/address';
import { shown } from '../resources/shown';
import { dialConnect } from './dialConnect';
import type { Engine } from './engine';
import type { OngoingRun } from './ongoingRun';
import { planDial, refusalTexts } from './planDial';
import { joinQueue } from './queueAgent';
import { serveRequest } from './serveRequest';
import { worldAnswer } from './worldAnswer';

type Instant = Exclude<Question, { kind: 'wait' }>;

/**
 * The answer of the sandbox to everything but waiting. `undefined`: the run assumes something and says what, because the id belongs to an
 * account that is not this one.
 */
export function answerQuestion(
  engine: Engine,
  run: OngoingRun,
  question: Instant,
  at: RunEvent,
): Answer | undefined | Promise<Answer | undefined> {
  const { core } = engine;
  const given = run.world && worldAnswer(run.world, run, question, at);
  if (given) return given;
  switch (question.kind) {
    case 'request':
      return serveRequest(engine, run, question);
    case 'dial':
      return question.by === 'connect' ? dialConnect(engine, run, question) : planCalls(engine, run, question);
    case 'fetch':
      return engine.fetchActions && fetchFrom(engine, engine.fetchActions, question);
    case 'flow': {
      const flow = core.store.flows.get(question.flowId);
      if (!flow) return undefined;
      const actions = flow.actions.map((action) => ({ ...action }));
      return { kind: 'flow', actions, onCompleteFlowId: flow.on_complete_flow_id };
    }
    case 'queue':
      return joinQueue(engine, run, question.queueId);
    case 'conference': {
      const conference = core.store.conferences.get(question.conferenceId);
      return conference && { kind: 'conference', preFlowId: conference.pre_flow_id };
    }
    case 'clock':
      // The virtual times of runs are milliseconds since 1970 themselves.
      return { kind: 'clock', now: 0 };
    case 'call_status':
      return { kind: 'call_status', status: run.call?.row.status ?? question.status };
    case 'reference_data': {
      const { reference_id } = run.activeflow;
      const call = core.store.calls.get(reference_id);
      if (call) return { kind: 'reference_data', text: JSON.stringify(shown('call', call)) };
      const conversation = core.store.conversations.get(reference_id);
      return { kind: 'reference_data', text: conversation ? JSON.stringify(shown('conversation', conversation)) : '' };
    }
  }
}

/** How many calls lead from one to the next at most: a flow that calls itself would never stop. */
const maxDepth = 20;

/** The calls of an action `call`: they are placed when their runs begin, a moment later. */
function planCalls(
  engine: Engine,
  run: OngoingRun,
  { source, destinations }: Extract<Question, { kind: 'dial' }>,
): Answer {
  const { core, plans } = engine;
  if (run.depth >= maxDepth) {
    return { kind: 'refused', reason: `the sandbox places calls from calls only ${maxDepth} deep` };
  }
  const made = destinations.map((destination) => planDial(core, address(source ?? {}), address(destination), 'ring'));
  const legs = made.map((plan) => {
    if (typeof plan === 'string') return undefined;
    plans.set(plan.id, plan);
    return { id: plan.id, group: plan.members !== undefined };
  });
  if (legs.some((leg) => leg !== undefined)) return { kind: 'dialled', legs };
  const [why] = made;
  return {
    kind: 'refused',
    reason: typeof why === 'string' ? refusalTexts[why] : 'none of the destinations can be called',
  };
}

async function fetchFrom(
  { core: { clock } }: Engine,
  fetchActions: NonNullable<Engine['fetchActions']>,
  { url, method, body }: Extract<Question, { kind: 'fetch' }>,
): Promise<Answer> {
  try {
    const response = await fetchActions({ url, method, body: JSON.stringify(body) });
    return { kind: 'response', ...response, at: clock.now() };
  } catch {
    return { kind: 'unreachable', at: clock.now() };
  }
}
