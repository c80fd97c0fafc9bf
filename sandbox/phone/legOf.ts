import { nilUuid } from '../../flow';
import { outermost } from '../engine/groups';
import type { OngoingCall } from '../engine/ongoingCall';
import type { Leg, LegWait } from './phone';

/** A call as the person on it knows it. */
export function legOf(ongoing: OngoingCall): Leg {
  const { row: call, role, activeflowId, group, saying, digits, hangup } = ongoing;
  const byFlow = call.hangup_by === 'local' && hangup?.byFlow;
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
    waiting: waitOf(ongoing),
    digits,
    ended: call.hangup_by === '' ? undefined : { by: byFlow ? 'flow' : call.hangup_by, reason: call.hangup_reason },
  };
}

/** What the flow of a call waits for; undefined when it does not wait. */
export function waitOf({ row, waiting }: OngoingCall): LegWait | undefined {
  if (!waiting) return undefined;
  const { for: what, began, until, keys } = waiting;
  return { for: what, began, until, takesKeys: keys !== 'ignore', isRecorded: row.recording_id !== nilUuid };
}
