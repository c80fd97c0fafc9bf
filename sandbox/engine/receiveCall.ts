import { callVariables } from '../../flow';
import type { Address } from '../resources/address';
import { newCall } from '../resources/call';
import type { PhoneNumber } from '../resources/phoneNumber';
import type { GivenFlow } from './activeflows';
import { ownedByFlow } from './callOwner';
import { createCall } from './createCall';
import type { Engine } from './engine';
import { newRow } from './newRow';
import type { OngoingCall } from './ongoingCall';

/** A caller calls a number of the account. Its flow runs at once, before the call is answered. */
export function receiveCall(engine: Engine, number: PhoneNumber, from: Address, flow: GivenFlow): OngoingCall {
  const { core } = engine;
  const id = core.newId();
  const destination: Address = { type: 'tel', target: number.number };
  const input = {
    ...flow,
    referenceType: 'call',
    referenceId: id,
    direction: 'incoming' as const,
    variables: callVariables(id, { ...from }, { ...destination }, 'incoming'),
  };
  const run = engine.newRun(input, 0);
  const row = newRow(core, id);
  const call = newCall(row, {
    flow_id: flow.flowId,
    activeflow_id: run.activeflow.id,
    source: from,
    destination,
    direction: 'incoming',
    status: 'ringing',
    tm_ringing: row.tm_create,
  });
  const ongoing = createCall(engine, call, ownedByFlow(engine, run));
  core.clock.after(0, run.start);
  return ongoing;
}
