import { callVariables } from '../../flow/simulator';
import type { Address } from '../resources/address';
import { newCall } from '../resources/call';
import type { PhoneNumber } from '../resources/phoneNumber';
import { seedIds } from '../seed/seedIds';
import { addActiveflow, type GivenFlow } from './activeflows';
import { ownedByFlow } from './callOwner';
import { createCall } from './createCall';
import type { Engine } from './engine';
import type { OngoingCall } from './ongoingCall';

/** A caller calls a number of the account. Its flow runs at once, before the call is answered. */
export function receiveCall(
  engine: Engine,
  number: PhoneNumber,
  from: Address,
  { saved, flowId, onCompleteFlowId }: GivenFlow,
): OngoingCall {
  const { core } = engine;
  const id = core.newId();
  const activeflow = addActiveflow(core, {
    flow_id: flowId,
    reference_type: 'call',
    reference_id: id,
    on_complete_flow_id: onCompleteFlowId,
  });
  const now = core.stamp();
  const call = newCall({
    id,
    customer_id: seedIds.customer,
    tm_create: now,
    flow_id: flowId,
    activeflow_id: activeflow.id,
    source: from,
    destination: { type: 'tel', target: number.number },
    direction: 'incoming',
    status: 'ringing',
    tm_ringing: now,
  });
  const input = {
    saved,
    flowId,
    onCompleteFlowId,
    referenceType: 'call',
    referenceId: id,
    direction: 'incoming' as const,
    variables: callVariables(id, { ...call.source }, { ...call.destination }, 'incoming'),
  };
  const run = engine.newRun(activeflow, input, 0);
  const ongoing = createCall(engine, call, ownedByFlow(engine, run));
  core.clock.after(0, run.start);
  return ongoing;
}
