import type { RequestOptions } from './endpoint';
import { isOutOfReach, orNone } from './orNone';
import type { Call, Groupcall } from './resources';
import type { VoipbinApi } from './voipbinApi';

/** A group call as far down as it goes: what rings because of it. */
export interface Ringing {
  readonly callIds: readonly string[];
  /** The call that was answered, or the only one that there will be; undefined while neither is known. */
  readonly found: string | undefined;
  readonly isOver: boolean;
}

/** No customer has as many phones; beyond this nothing more is read. */
const maxGroups = 20;
const maxCalls = 20;

/**
 * Reads a group call and the groups in it: calling an agent makes one for the agent and, in it, one for each extension of the agent.
 *
 * Which call was answered the group tells for its own calls only, so that otherwise the calls are asked.
 * Source: bin-call-manager/pkg/groupcallhandler/start.go:296-320, answer.go:73.
 */
export async function readRinging(api: VoipbinApi, id: string, options: RequestOptions): Promise<Ringing> {
  const root = await api.getGroupcall(id, options);
  const groups = [root];
  const asked = new Set([id]);
  // The list grows while it is gone through.
  for (const { groupcall_ids } of groups) {
    for (const inner of groupcall_ids) {
      if (asked.has(inner) || asked.size >= maxGroups) continue;
      asked.add(inner);
      // One part that is gone says nothing about the others.
      const group = await orNone(api.getGroupcall(inner, options), isOutOfReach);
      if (group) groups.push(group);
    }
  }
  const callIds = [...new Set(groups.flatMap(({ call_ids }) => call_ids))].slice(0, maxCalls);
  const answered = groups.find(({ answer_call_id }) => answer_call_id !== undefined)?.answer_call_id;
  const found = answered ?? (groups.every(isFilled) && callIds.length === 1 ? callIds[0] : undefined);
  const isOver = root.status === 'hangup';
  if (found !== undefined || isOver) return { callIds, found, isOver };
  const calls: Call[] = [];
  for (const callId of callIds) {
    const call = await orNone(api.getCall(callId, options), isOutOfReach);
    if (call) calls.push(call);
  }
  return {
    callIds,
    found: calls.find(wasAnswered)?.id,
    isOver: calls.length > 0 && groups.every(isFilled) && calls.every(({ status }) => status === 'hangup'),
  };
}

/** What it will ring is known. */
const isFilled = ({ call_ids, groupcall_ids }: Groupcall) => call_ids.length + groupcall_ids.length > 0;

const wasAnswered = ({ status, tm_progressing }: Call) => status === 'progressing' || tm_progressing !== undefined;
