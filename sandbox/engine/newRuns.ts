import { type ActionList, callVariables, nilId } from '../../flow/simulator';
import { announce } from '../core';
import { type Activeflow, newActiveflow } from '../resources/activeflow';
import type { Address } from '../resources/address';
import { type Call, newCall } from '../resources/call';
import type { PhoneNumber } from '../resources/phoneNumber';
import { seedIds } from '../seed/seedIds';
import { createRun } from './createRun';
import type { Engine } from './engine';
import { addCall } from './place';

/** A flow that is about to run. */
export interface GivenFlow {
  readonly flowId: string;
  readonly saved: ActionList;
  readonly onCompleteFlowId: string;
}

/** Starts a flow without a call, as `POST /activeflows` does; it runs a moment later. */
export function startActiveflow(
  engine: Engine,
  flow: GivenFlow,
  rest: Pick<Activeflow, 'id' | 'webhook_uri' | 'webhook_method'>,
  variables: Readonly<Record<string, string>>,
): Activeflow {
  const { core } = engine;
  const activeflow = newActiveflow({
    ...rest,
    customer_id: seedIds.customer,
    tm_create: core.stamp(),
    flow_id: flow.flowId,
    reference_type: 'api',
    reference_id: nilId,
    on_complete_flow_id: flow.onCompleteFlowId,
  });
  announce(core, 'activeflow', core.store.activeflows.add(activeflow));
  const { saved, flowId, onCompleteFlowId } = flow;
  const run = createRun(engine, activeflow, { saved, flowId, onCompleteFlowId, referenceType: 'api', variables }, 0);
  core.clock.after(0, () => engine.start(run));
  return activeflow;
}

/** Somebody calls a number of the account: its flow runs at once, before anything answers. */
export function receiveCall(engine: Engine, number: PhoneNumber, from: Address, flow: GivenFlow): Call {
  const { core } = engine;
  const id = core.newId();
  const activeflow = newActiveflow({
    id: core.newId(),
    customer_id: seedIds.customer,
    tm_create: core.stamp(),
    flow_id: flow.flowId,
    reference_type: 'call',
    reference_id: id,
    on_complete_flow_id: flow.onCompleteFlowId,
  });
  announce(core, 'activeflow', core.store.activeflows.add(activeflow));
  const now = core.stamp();
  const call = newCall({
    id,
    customer_id: seedIds.customer,
    tm_create: now,
    flow_id: flow.flowId,
    activeflow_id: activeflow.id,
    source: from,
    destination: { type: 'tel', target: number.number },
    direction: 'incoming',
    status: 'ringing',
    tm_ringing: now,
  });
  const { saved, flowId, onCompleteFlowId } = flow;
  const input = {
    saved,
    flowId,
    onCompleteFlowId,
    referenceType: 'call',
    referenceId: id,
    direction: 'incoming' as const,
    variables: callVariables(id, { ...call.source }, { ...call.destination }, 'incoming'),
  };
  const run = createRun(engine, activeflow, input, 0);
  addCall(engine, call, { role: 'flow', run, group: undefined, tell: undefined });
  core.clock.after(0, () => engine.start(run));
  return call;
}
