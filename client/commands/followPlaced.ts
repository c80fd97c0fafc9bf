import type { CheckSettings } from '../../flow/checks/runChecks';
import { findPlacedCalls } from '../api/findPlacedCalls';
import { orNone } from '../api/orNone';
import type { Call, Groupcall } from '../api/resources';
import type { VoipbinApi } from '../api/voipbinApi';
import { followGroupcall } from '../run/followGroupcall';
import { followCall } from '../run/followRun';
import { type PlacedByFlow, placedCalls } from '../run/placedCalls';
import { isOver, type RunDocument } from '../run/run';
import { runDocumentOf, runModel } from '../run/runModel';
import type { RunHandle } from '../run/runs';
import { type WantedCalls, wantedCalls } from '../run/wantedCalls';
import { announceEnd } from './announceEnd';
import type { CommandContext, Connection } from './context';
import { newRun } from './newRun';

/** Follows each call that the flow of a run places as a run of its own, and what those place in turn. */
export function followPlaced(
  context: CommandContext,
  connection: Connection,
  parent: RunHandle,
  checkSettings: CheckSettings,
): void {
  const known = new Set<string>();
  const isNew = (key: string) => !known.has(key) && known.add(key);
  const logged = (following: Promise<void>) => {
    following.catch((error: unknown) => context.log.error(`following a call of a flow failed: ${error}`));
  };
  const follow = (placed: PlacedByFlow) => {
    if (isNew(placed.id)) logged(followOne(context, connection, parent, placed, checkSettings));
  };
  const search = async (wanted: WantedCalls) => {
    const found = await findPlacedCalls(connection.api, wanted, context.clock);
    for (const { id } of found) follow({ id, destination: undefined, listPath: wanted.listPath });
  };
  const look = () => {
    const run = parent.current();
    placedCalls(run).forEach(follow);
    // The simulator tells all of them.
    if (run.events) return;
    for (const wanted of wantedCalls(run)) if (isNew(wanted.key)) logged(search(wanted));
  };
  const stop = context.runs.onChange((run) => {
    if (run?.id !== parent.id) return;
    look();
    if (isOver(run)) stop();
  });
  look();
}

async function followOne(
  context: CommandContext,
  connection: Connection,
  parent: RunHandle,
  placed: PlacedByFlow,
  checkSettings: CheckSettings,
): Promise<void> {
  const { runs, clock, random } = context;
  const { api, local } = connection;
  const found = await readPlaced(api, placed.id);
  if (!found) return;
  const { call, group } = found;
  const destination = placed.destination ?? calledName(call?.destination);
  const run = {
    ...newRun(context, connection, 'call', documentOf(parent.current().document, placed), { destination, call }),
    placedBy: parent.id,
  };
  const hangUp = group ? () => api.hangupGroupcall(placed.id) : () => api.hangupCall(placed.id);
  const handle = runs.add(run, async () => void (await hangUp()));
  followPlaced(context, connection, handle, checkSettings);
  const settings = { clock, random, tracing: local?.tracing };
  if (group) await followGroupcall(handle, api, group, settings);
  else await followCall(handle, api, placed.id, settings);
  const over = handle.current();
  // The call that placed it was over before anybody answered: that is what "chained" is for.
  if (over.call?.hangup_reason !== 'cancel') announceEnd(context, over, checkSettings);
}

const calledName = (to: Call['destination']) => to?.name || to?.target || to?.target_name || 'a call';

function documentOf(document: RunDocument, { listPath }: PlacedByFlow): RunDocument {
  return runDocumentOf({ document, model: runModel(document) }, document.pathById, listPath);
}

/** An agent or an extension makes a group call, everything else a call. */
async function readPlaced(
  api: VoipbinApi,
  id: string,
): Promise<{ readonly call?: Call; readonly group?: Groupcall } | undefined> {
  const call = await orNone(api.getCall(id));
  if (call) return { call };
  const group = await orNone(api.getGroupcall(id));
  return group && { group };
}
