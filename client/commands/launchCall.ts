import { findAddressType, type WorldScript } from '../../flow';
import type { CallBody, FoundAddress, GroupMethods } from '../api/bodies';
import type { Clock } from '../api/clock';
import { type PlacedCalls, placeCall } from '../api/placeCall';
import type { Call, Groupcall } from '../api/resources';
import type { VoipbinApi } from '../api/voipbinApi';
import { shortAddress } from '../run/destination';
import { registeredPaths } from '../run/registeredPaths';
import { notesOf, type ShownRun } from '../run/run';
import { runDocumentOf } from '../run/runModel';
import type { SentFlow } from '../run/sentFlow';
import { watchLinear } from '../run/watchLinear';
import type { CheckedDocument } from './checkedDocument';
import type { CommandContext, Connection } from './context';
import type { Followed, FollowOptions } from './followToEnd';
import { followWithPlaced } from './followWithPlaced';
import { newRun } from './newRun';

/** What is sent, and where in the document its actions stand. */
export interface PreparedCall {
  readonly body: CallBody;
  /** It is placed as one group call. */
  readonly group?: GroupMethods | undefined;
  readonly sent: SentFlow | undefined;
  /** What was chosen about the outside of the call. */
  readonly note?: string | undefined;
  readonly world?: WorldScript | undefined;
}

/** Places a call, once, and begins to follow each call that comes of it. */
export async function launchCall(
  context: CommandContext,
  connection: Connection,
  checked: CheckedDocument,
  prepared: PreparedCall,
): Promise<void> {
  const { ui, clock, random, log } = context;
  const { api, local } = connection;
  const { flow_id: flowId } = prepared.body;
  // It is a help for the eye only, so that nothing fails when the flow cannot be read.
  const flow = flowId === undefined ? undefined : await api.getFlow(flowId).catch(() => undefined);
  const pathById = prepared.sent?.pathById ?? registeredPaths(checked.model, flow);
  // It has to be there before it rings.
  if (local) await ui.command('voipbin.showPhone');
  const place = (signal?: AbortSignal) => placePrepared(api, prepared, { clock, signal });
  // Here it takes no time that anybody would have to be told of.
  const placed = local ? await place() : await ui.during('Placing the call', place);
  if (placed.wasFound) {
    const text = 'The answer of VoIPbin was lost, but VoIPbin lists the call: it was placed.';
    ui.tell('warning', `${text} It is followed from now on.`);
  }
  if (placed.calls.length + placed.groupcalls.length === 0) {
    const next = 'Check the destination, the balance and the source number before you try again.';
    ui.tell('warning', `VoIPbin accepted the request but placed no call. ${next}`);
    return;
  }
  const runDocument = runDocumentOf(checked, pathById, prepared.sent?.listPath);
  const { note, world } = prepared;
  const common = { groupcall: placed.groupcall, incidents: notesOf(note), world };
  const { checkSettings } = checked.document;
  const begin = (
    to: FoundAddress | undefined,
    call: Call | undefined,
    followed: Followed,
    more: Partial<FollowOptions> = {},
  ) => {
    const destination = to ? shortAddress(to) : 'a call';
    const run = newRun(context, connection, 'call', runDocument, { ...common, destination, call });
    followWithPlaced(context, connection, run, followed, { checkSettings, ...more });
  };
  for (const call of placed.calls) begin(calledAddress(call.destination, prepared), call, { call: call.id });
  const followLinear = async (whole: Groupcall) => {
    const hangUp = async () => void (await api.hangupGroupcall(whole.id));
    for await (const { kind, id, isLast } of watchLinear(api, whole, { clock, random })) {
      // A call that another one follows has not failed.
      const isTold = (run: ShownRun) => isLast || run.call?.tm_progressing !== undefined;
      if (kind === 'call') {
        const call = await api.getCall(id);
        begin(calledAddress(call.destination, prepared), call, { call: id }, { hangUp, isTold });
      } else {
        const group = await api.getGroupcall(id);
        begin(calledAddress(group.destinations[0], prepared), undefined, { group }, { hangUp, isTold });
      }
    }
  };
  for (const [position, group] of placed.groupcalls.entries()) {
    if (group.ring_method === 'linear')
      followLinear(group).catch((error: unknown) => log.error(`following the call failed: ${error}`));
    else begin(groupDestination(group, position, placed, prepared), undefined, { group });
  }
}

/** Of a group call its calls and inner group calls are followed, each for itself. */
async function placePrepared(
  api: VoipbinApi,
  { body, group }: PreparedCall,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal | undefined },
): Promise<PlacedCalls & { readonly groupcall?: string }> {
  if (!group) return placeCall(api, body, { clock, signal });
  const { source, destinations, flow_id, actions } = body;
  const placed = await api.createGroupcall(
    {
      ...(source ? { source } : {}),
      destinations,
      ...(flow_id === undefined ? { actions: actions ?? [] } : { flow_id }),
      ...group,
    },
    { signal },
  );
  const options = { signal };
  const inner = await Promise.all(placed.groupcall_ids.map((id) => api.getGroupcall(id, options)));
  const calls = await Promise.all(placed.call_ids.map((id) => api.getCall(id, options)));
  // Of those that ring one after another the next ones are known later.
  const isLater = placed.ring_method === 'linear';
  return { calls: isLater ? [] : calls, groupcalls: isLater ? [placed] : inner, wasFound: false, groupcall: placed.id };
}

/** A name that was given with the destination says more than what VoIPbin made of it. */
function calledAddress(found: Call['destination'], { body }: PreparedCall): FoundAddress | undefined {
  const asked = body.destinations.find(({ target }) => target !== undefined && target === found?.target);
  return asked ?? (found?.type === undefined ? undefined : found);
}

function groupDestination(
  { destinations }: Groupcall,
  position: number,
  placed: PlacedCalls,
  prepared: PreparedCall,
): FoundAddress | undefined {
  const asked = prepared.body.destinations.filter(({ type }) => findAddressType(type)?.group);
  if (asked.length === placed.groupcalls.length) return asked[position];
  return calledAddress(destinations[0], prepared);
}
