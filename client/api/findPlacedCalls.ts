import { canonicalUuid } from '../../flow';
import type { CallBody } from './bodies';
import type { Clock } from './clock';
import { findRecentCalls } from './findRecentCalls';
import { lookAgain } from './lookAgain';
import { orNone } from './orNone';
import type { Call } from './resources';
import type { VoipbinApi } from './voipbinApi';

/** Milliseconds before each look: a call may be listed later, and what it executes is known when it is answered. */
const looks = [0, 2000, 5000, 10_000, 20_000];

/**
 * The calls that a flow has placed, found in the list of calls by source, destination and time (`since` in milliseconds since 1970).
 *
 * Each runs a flow that has one of the actions `ids`: another call of the account at the same time is never among them. Empty where
 * nothing is found or the list cannot be read.
 */
export async function findPlacedCalls(
  api: VoipbinApi,
  { body, since, ids }: { readonly body: CallBody; readonly since: number; readonly ids: ReadonlySet<string> },
  clock: Clock,
): Promise<readonly Call[]> {
  return lookAgain(looks, clock, async () => {
    const ours: Call[] = [];
    for (const call of await findRecentCalls(api, body, since)) if (await runsOneOf(api, call, ids)) ours.push(call);
    return ours;
  });
}

/** Its flow tells it, or what it has executed: which of the two can be read differs. */
async function runsOneOf(
  api: VoipbinApi,
  { flow_id: flowId, activeflow_id: activeflowId }: Call,
  ids: ReadonlySet<string>,
): Promise<boolean> {
  const isOne = ({ id = '' }: { readonly id?: string | undefined }) => ids.has(canonicalUuid(id) ?? '');
  const options = { repeats: 0 };
  const flow = flowId === undefined ? undefined : await orNone(api.getFlow(flowId, options));
  if (flow?.actions.some(isOne)) return true;
  const activeflow = activeflowId === undefined ? undefined : await orNone(api.getActiveflow(activeflowId, options));
  if (!activeflow) return false;
  const { executed_actions: executed, current_action: current } = activeflow;
  return executed.some(isOne) || (current !== undefined && isOne(current));
}
