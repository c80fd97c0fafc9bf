import { type Answer, nilUuid, type WaitQuestion } from '../../flow';
import { permissions } from '../resources/agent';
import type { Engine } from './engine';
import type { OngoingRun, QueueCall } from './ongoingRun';
import { placeCalls } from './placeCalls';
import { planDial } from './planDial';

/** Milliseconds until an agent is called, at first and after one who did not answer. */
const search = 5000;

/** Joins a queue of the account: its agents are called until one answers, or the queue returns the call. */
export function joinQueue(engine: Engine, run: OngoingRun, queueId: string): Answer | undefined {
  const { store, clock } = engine.core;
  const queue = store.queues.get(queueId);
  if (!queue) return undefined;
  run.queue?.leave();
  const call: QueueCall = {
    id: queueId,
    isInBridge: false,
    isServed: false,
    stopSearch: () => {},
    dropAgent: () => {},
    leave: () => {},
  };
  const giveUp = () => {
    if (call.isServed) return;
    leaveQueue(run);
    run.deliver({ kind: 'queue-timeout', at: clock.now() });
  };
  const stopLimit = queue.wait_timeout > 0 ? clock.after(queue.wait_timeout, giveUp) : () => {};
  call.leave = () => {
    call.stopSearch();
    stopLimit();
    call.dropAgent();
  };
  run.queue = call;
  searchLater(engine, run, call);
  return {
    kind: 'queue',
    waitFlowId: queue.wait_flow_id === nilUuid ? undefined : queue.wait_flow_id,
    name: queue.name,
    detail: queue.detail,
    waitTimeout: queue.wait_timeout,
    serviceTimeout: queue.service_timeout,
  };
}

function searchLater(engine: Engine, run: OngoingRun, call: QueueCall): void {
  call.stopSearch = engine.core.clock.after(search, () => ringAgent(engine, run, call));
}

function ringAgent(engine: Engine, run: OngoingRun, call: QueueCall): void {
  const { core } = engine;
  const { store, clock } = core;
  const agent = store.agents
    .all()
    .find(({ status, permission }) => status === 'available' && permission === permissions.agent);
  const source = run.call?.row.source ?? {};
  const plan = agent && planDial(core, source, { type: 'agent', target: agent.id, name: agent.name }, 'refused');
  if (!plan || typeof plan === 'string') {
    searchLater(engine, run, call);
    return;
  }
  const enterBridge = () => {
    if (!call.isInBridge) run.deliver({ kind: 'agent', at: clock.now() });
    call.isInBridge = true;
  };
  const listener = {
    ringing() {
      // VoIPbin moves the caller when it calls the agent, not when the agent answers. Source: bin-queue-manager/pkg/queuecallhandler/execute.go:46-66.
      if (run.queue === call && core.meaning.semantics === 'observed') enterBridge();
    },
    answered() {
      call.isServed = true;
      enterBridge();
    },
    over() {
      if (run.queue !== call) return;
      call.dropAgent = () => {};
      if (call.isServed) run.deliver({ kind: 'over', at: clock.now() });
      else searchLater(engine, run, call);
    },
  };
  call.dropAgent = placeCalls(engine, plan, { role: 'connected', run, listener }).hangUp;
}

/** The run waits for something else: it has left the queue. */
export function followQueue(run: OngoingRun, { for: what, queueId, resourceId }: WaitQuestion): void {
  const talksTo = what === 'bridge' ? resourceId : undefined;
  if (run.queue && run.queue.id !== (queueId ?? talksTo)) leaveQueue(run);
}

export function leaveQueue(run: OngoingRun): void {
  const { queue } = run;
  run.queue = undefined;
  queue?.leave();
}
