import { canonicalUuid, dialledOf, findAddressType } from '../../flow';
import type { AddressBody, CallBody } from './bodies';
import type { RequestOptions } from './endpoint';
import { parseTime } from './parseTime';
import type { Call } from './resources';
import type { VoipbinApi } from './voipbinApi';

/** Clocks are read in whole seconds, and writing a call takes a moment. In milliseconds. */
const tolerance = 3000;

/**
 * The calls that a request to place some has made, newest first; empty when VoIPbin lists none (yet).
 *
 * They are told by direction, source, destination, flow and time: `since` is when the request was sent, in milliseconds since 1970 by the
 * clock here; the difference to the server's clock is taken off. Only the newest hundred calls are looked at.
 */
export async function findRecentCalls(
  api: VoipbinApi,
  body: CallBody,
  since: number,
  options?: RequestOptions,
): Promise<readonly Call[]> {
  const page = await api.listCalls(options);
  // Read after the answer, which tells the server's time.
  const earliest = since + api.clockOffset() - tolerance;
  const candidates = page.result.filter((call) => {
    const created = parseTime(call.tm_create);
    return (
      created !== undefined &&
      created >= earliest &&
      call.direction !== 'incoming' &&
      // A flow has dialled it, and not this request.
      call.master_call_id === undefined &&
      (body.flow_id === undefined || call.flow_id === body.flow_id.toLowerCase()) &&
      (body.source === undefined || isSame(body.source, call.source))
    );
  });
  const isDialed = (call: Call) => body.destinations.some((wanted) => isSame(wanted, call.destination));
  const isPhone = (call: Call) => body.destinations.some((wanted) => mayRing(call, wanted));
  const phones = candidates.filter((call) => !isDialed(call) && isPhone(call));
  const ours = await ofOurFlow(api, body, phones, options);
  return candidates.filter((call) => isDialed(call) || ours.includes(call));
}

/**
 * Whether a call may be one of those with which an agent or an extension rings: at the addresses of the agent, or where the extension is
 * registered. No call tells the group that it belongs to.
 */
function mayRing(call: Call, wanted: AddressBody): boolean {
  if (!findAddressType(wanted.type)?.group) return false;
  if (call.groupcall_id !== undefined) return true;
  const { type, target_name: name } = call.destination ?? {};
  if (wanted.type === 'agent') return call.owner_id === undefined || call.owner_id === wanted.target?.toLowerCase();
  if (type !== 'sip' && type !== 'extension') return false;
  return !name || name === wanted.target_name;
}

/**
 * Without those whose flow has other actions than the request: ids that were sent stay. Another call of the account at the same time must not
 * be followed, and hung up, for this one. What cannot be read proves nothing.
 */
async function ofOurFlow(
  api: VoipbinApi,
  { flow_id, actions = [] }: CallBody,
  calls: readonly Call[],
  options: RequestOptions | undefined,
): Promise<readonly Call[]> {
  const sent = new Set(actions.flatMap((action) => idOf(action) ?? []));
  if (flow_id !== undefined || sent.size === 0) return calls;
  const isOurs = new Map<string, boolean>();
  for (const { flow_id: id } of calls) {
    if (id === undefined || isOurs.has(id)) continue;
    const flow = await api.getFlow(id, { ...options, repeats: 0 }).catch(() => undefined);
    const ids = (flow?.actions ?? []).flatMap((action) => idOf(action) ?? []);
    isOurs.set(id, ids.length === 0 || ids.some((actionId) => sent.has(actionId)));
  }
  return calls.filter(({ flow_id: id }) => id === undefined || isOurs.get(id));
}

function idOf(action: unknown): string | undefined {
  const { id } = (typeof action === 'object' && action !== null ? action : {}) as { readonly id?: unknown };
  return typeof id === 'string' ? canonicalUuid(id) : undefined;
}

function isSame(wanted: AddressBody, found: Call['source']): boolean {
  return found !== undefined && found.type === wanted.type && dialledOf(found) === dialledOf(wanted);
}
