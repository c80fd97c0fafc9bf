import type { AddressBody, CallBody } from './bodies';
import type { RequestOptions } from './endpoint';
import { parseTime } from './parseTime';
import type { Call } from './resources';
import type { VoipbinApi } from './voipbinApi';

export { parseTime };

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
  return page.result.filter((call) => {
    const created = parseTime(call.tm_create);
    return (
      created !== undefined &&
      created >= earliest &&
      call.direction !== 'incoming' &&
      (body.flow_id === undefined || call.flow_id === body.flow_id.toLowerCase()) &&
      (body.source === undefined || isSame(body.source, call.source)) &&
      body.destinations.some((destination) => isDestinationOf(call, destination))
    );
  });
}

/** Calls to agents and extensions ring where those are registered, so of them only the group tells. */
function isDestinationOf(call: Call, wanted: AddressBody): boolean {
  if (wanted.type === 'agent' || wanted.type === 'extension') return call.groupcall_id !== undefined;
  return isSame(wanted, call.destination);
}

function isSame(wanted: AddressBody, found: Call['source']): boolean {
  if (!found || found.type !== wanted.type) return false;
  // An extension is named by target_name. Source: bin-call-manager/pkg/groupcallhandler/dial.go.
  if (wanted.type === 'extension') return (found.target_name ?? '') === (wanted.target_name ?? '');
  return (found.target ?? '') === (wanted.target ?? '');
}
