import { ApiError } from '../api/apiError';
import { type Ringing, readRinging } from '../api/readRinging';
import type { Groupcall } from '../api/resources';
import type { VoipbinApi } from '../api/voipbinApi';
import { pollOptions, watch } from '../api/watch';
import { type FollowSettings, followCall } from './followRun';
import type { RunHandle } from './runs';

/**
 * Keeps a run as a call to an extension or an agent is: the phone that answers, or the only one that rings.
 *
 * Each phone gets a call of its own, and the flow runs on that which is answered. Source: bin-call-manager/pkg/groupcallhandler.
 */
export async function followGroupcall(
  handle: RunHandle,
  api: VoipbinApi,
  groupcall: Groupcall,
  settings: FollowSettings,
): Promise<void> {
  const found = callOf(groupcall) ?? (await waitForCall(handle, api, groupcall.id, settings));
  if (found !== undefined) await followCall(handle, api, found, settings);
}

async function waitForCall(
  handle: RunHandle,
  api: VoipbinApi,
  id: string,
  { clock, random, signal }: FollowSettings,
): Promise<string | undefined> {
  let last: Ringing | undefined;
  try {
    const read = () => readRinging(api, id, pollOptions(signal));
    const isOver = (value: Ringing) => value.found !== undefined || value.isOver;
    for await (const { state, value, problem } of watch({ read, isOver }, { clock, random, signal })) {
      last = value;
      handle.update({ phase: 'ringing', problem: state === 'offline' ? problem?.message : undefined });
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    handle.update({ phase: 'lost', problem: error.message });
    return undefined;
  }
  // No party answered: one of the calls says why.
  const found = last?.found ?? last?.callIds[0];
  if (found === undefined) handle.update({ phase: 'ended', endedAt: clock.now() });
  return found;
}

function callOf({ answer_call_id: answered, call_ids: calls, groupcall_ids: groups }: Groupcall): string | undefined {
  return answered ?? (calls.length === 1 && groups.length === 0 ? calls[0] : undefined);
}
