import { nilUuid } from '../../flow/model/uuid';
import type { WaitQuestion } from '../../flow/simulator';
import { outermost } from '../engine/groups';
import type { OngoingCall } from '../engine/ongoingCall';
import type { Leg, LegWait } from './phone';

/** A call as the person on it knows it. */
export function legOf({ row: call, role, activeflowId, group, saying, waiting, digits }: OngoingCall): Leg {
  const orNone = (id: string) => (id === nilUuid ? undefined : id);
  return {
    id: call.id,
    direction: call.direction,
    role,
    source: call.source,
    destination: call.destination,
    status: call.status,
    activeflowId,
    masterId: orNone(call.master_call_id),
    groupcallId: group && outermost(group).groupcall.id,
    saying,
    waiting: waiting && waitOf(waiting),
    digits,
    ended: call.hangup_by === '' ? undefined : { by: call.hangup_by, reason: call.hangup_reason },
  };
}

export const waitOf = ({ for: what, began, until, keys }: WaitQuestion): LegWait => ({
  for: what,
  began,
  until,
  takesKeys: keys !== 'ignore',
});
