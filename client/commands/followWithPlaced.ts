import type { CheckSettings } from '../../flow';
import { findPlacedCalls } from '../api/findPlacedCalls';
import { orNone } from '../api/orNone';
import type { Call, Groupcall } from '../api/resources';
import type { VoipbinApi } from '../api/voipbinApi';
import { calledName, type PlacedByFlow, placedCalls } from '../run/placedCalls';
import { isOver, type RunDocument, type ShownRun } from '../run/run';
import { runDocumentOf, runModel } from '../run/runModel';
import type { RunHandle } from '../run/runs';
import { type WantedCalls, wantedCalls } from '../run/wantedCalls';
import type { CommandContext, Connection } from './context';
import { type Followed, type FollowOptions, followToEnd } from './followToEnd';
import { newRun } from './newRun';

/** Follows a run to its end, and each call that its flow places as a run of its own. */
export function followWithPlaced(
  context: CommandContext,
  connection: Connection,
  run: ShownRun,
  followed: Followed,
  options: FollowOptions,
): void {
  followPlaced(context, connection, followToEnd(context, connection, run, followed, options), options.checkSettings);
}

function followPlaced(
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
  const found = await readPlaced(connection.api, placed.id);
  if (!found) return;
  const { call, group } = found;
  const destination = placed.destination ?? (call?.destination ? calledName(call.destination) : 'a call');
  const known = { destination, call, placedBy: parent.id };
  const run = newRun(context, connection, 'call', documentOf(parent.current().document, placed), known);
  followWithPlaced(context, connection, run, group ? { group } : { call: placed.id }, {
    checkSettings,
    // The call that placed it was over before anybody answered: that is what "chained" is for.
    isTold: (over) => over.call?.hangup_reason !== 'cancel',
  });
}

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
