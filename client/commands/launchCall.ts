import { pathOf } from '../../flow/json/node';
import type { FlowModel } from '../../flow/model/flowModel';
import { canonicalUuid } from '../../flow/model/uuid';
import type { AddressBody, CallBody } from '../api/bodies';
import { type PlacedCall, placeCall } from '../api/placeCall';
import type { Call, Groupcall } from '../api/resources';
import type { VoipbinApi } from '../api/voipbinApi';
import { shortAddress } from '../run/destination';
import type { FlowLink } from '../run/flowLinks';
import { followGroupcall } from '../run/followGroupcall';
import { followCall } from '../run/followRun';
import type { Path } from '../run/path';
import { runDocumentOf } from '../run/runModel';
import type { HangUp, RunHandle } from '../run/runs';
import type { SentFlow } from '../run/sentFlow';
import { mainScope } from '../run/sentFlow';
import { announceEnd } from './announceEnd';
import type { CheckedDocument } from './checkedDocument';
import type { CommandContext, Connection } from './context';
import { newRun } from './newRun';

/** What is sent, and where in the document its actions stand. */
export interface PreparedCall {
  readonly body: CallBody;
  readonly sent: SentFlow | undefined;
  readonly registered: FlowLink | undefined;
}

/** Places a call, once, and begins to follow each call that comes of it. */
export async function launchCall(
  context: CommandContext,
  connection: Connection,
  checked: CheckedDocument,
  prepared: PreparedCall,
): Promise<void> {
  const { ui, clock, log } = context;
  const { api, local } = connection;
  const pathById = prepared.sent?.pathById ?? (await registeredPaths(api, checked.model, prepared.body.flow_id));
  // It has to be there before it rings.
  if (local) await ui.command('voipbin.showPhone');
  const placed = await ui.during('Placing the call', (signal) => placeCall(api, prepared.body, { clock, signal }));
  if (placed.wasFound) {
    const text = 'The answer to the call was lost on its way, and VoIPbin lists the call: it was placed.';
    ui.tell('warning', `${text} It is followed from here on.`);
  }
  if (placed.calls.length + placed.groupcalls.length === 0) {
    const next = 'Check the destination, the balance and the source number before you try again.';
    ui.tell('warning', `VoIPbin took the request and called nobody. ${next}`);
    return;
  }
  const runDocument = runDocumentOf(checked, pathById, prepared.sent?.listPath);
  const settings = { clock, random: context.random, tracing: local?.tracing };
  const begin = (to: AddressBody | undefined, call: Call | undefined, hangUp: HangUp) => {
    const destination = to ? shortAddress(to) : 'a call';
    return context.runs.add(newRun(context, connection, 'call', runDocument, { destination, call }), hangUp);
  };
  const follow = (handle: RunHandle, following: Promise<void>) => {
    following
      .then(() => announceEnd(context, handle.current(), checked.document.checkSettings))
      .catch((error: unknown) => log.error(`following the call failed: ${error}`));
  };
  for (const call of placed.calls) {
    const to = calledAddress(call.destination, prepared);
    const handle = begin(to, call, async () => void (await api.hangupCall(call.id)));
    follow(handle, followCall(handle, api, call.id, settings));
  }
  for (const [position, group] of placed.groupcalls.entries()) {
    const to = groupDestination(group, position, placed, prepared);
    const handle = begin(to, undefined, async () => void (await api.hangupGroupcall(group.id)));
    follow(handle, followGroupcall(handle, api, group, settings));
  }
}

/** A name that was given with the destination says more than what VoIPbin made of it. */
function calledAddress(found: Call['destination'], { body }: PreparedCall): AddressBody | undefined {
  const asked = body.destinations.find(({ target }) => target !== undefined && target === found?.target);
  return asked ?? (found?.type === undefined ? undefined : { ...defined(found), type: found.type });
}

function groupDestination(
  { destinations }: Groupcall,
  position: number,
  placed: PlacedCall,
  prepared: PreparedCall,
): AddressBody | undefined {
  const asked = prepared.body.destinations.filter(({ type }) => type === 'agent' || type === 'extension');
  if (asked.length === placed.groupcalls.length) return asked[position];
  return calledAddress(destinations[0], prepared);
}

function defined(address: NonNullable<Call['destination']>): Partial<AddressBody> {
  const { target, target_name, name } = address;
  return {
    ...(target === undefined ? {} : { target }),
    ...(target_name === undefined ? {} : { target_name }),
    ...(name === undefined ? {} : { name }),
  };
}

/**
 * Where the actions of a registered flow stand in the file: at the same position, as long as they have the same types.
 *
 * It is a help for the eye only, so that nothing fails when the flow cannot be read.
 */
async function registeredPaths(
  api: VoipbinApi,
  model: FlowModel,
  flowId: string | undefined,
): Promise<ReadonlyMap<string, Path>> {
  const scope = mainScope(model);
  if (flowId === undefined || !scope) return new Map();
  const flow = await api.getFlow(flowId).catch(() => undefined);
  const pairs = (flow?.actions ?? []).flatMap(({ id, type }, position) => {
    const action = scope.actions[position];
    const canonical = id === undefined ? undefined : canonicalUuid(id);
    return action && canonical !== undefined && action.type === type ? [[canonical, pathOf(action.node)] as const] : [];
  });
  return new Map(pairs);
}
