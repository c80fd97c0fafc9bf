import type { JsonObject } from '../../json/jsonValue';
import type { DecodedObject } from '../go/decodeOption';
import { ask } from '../run/ask';
import { ring } from '../run/legs';
import { next, type Run, type Script, stop, suspects } from '../run/run';
import { flagOf, type Handler, objectOf, objectsOf, optionText } from './handler';
import { made, pushMade } from './pushed';

/** What became of dialling: the numbers of the legs, or why there are none. */
type Dialled = {
  readonly legs: readonly { readonly id: string; readonly group: boolean; readonly destination: JsonObject }[];
};

/** Dials every destination. */
export function* dial(
  run: Run,
  by: 'call' | 'connect',
  source: JsonObject | undefined,
  destinations: readonly JsonObject[],
  anonymous: string,
): Script<Dialled | { readonly refused: string }> {
  const first = by === 'connect' ? run.legs.length : run.calls;
  const answer = yield* ask(run, { kind: 'dial', by, source, destinations, anonymous, first });
  if (answer.kind === 'refused') return { refused: answer.reason };
  const made = answer.kind === 'dialled' ? answer.legs : [];
  const legs = destinations.flatMap((destination, position) => {
    const leg = made[position];
    return leg ? [{ ...leg, destination }] : [];
  });
  return { legs };
}

/**
 * Calls the destinations and puts the call into a bridge where they will join it.
 *
 * Source: bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleConnect.
 */
export const connect: Handler = function* (run, option) {
  const destinations = objectsOf(option, 'destinations');
  const bridge = run.ids();
  const dialled = yield* dial(
    run,
    'connect',
    objectOf(option, 'source') ?? {},
    destinations,
    optionText(option, 'anonymous'),
  );
  if ('refused' in dialled || dialled.legs.length === 0) {
    const why = 'refused' in dialled ? ` (${dialled.refused})` : '';
    return stop('no outgoing call', `None of the destinations can be called${why}.`);
  }
  const numbers: number[] = [];
  for (const { destination, id } of dialled.legs) numbers.push((yield* ring(run, destination, id)).leg);
  run.bridges.set(bridge, { legs: numbers, advances: yield* advances(run, destinations.length, option) });
  const actions = [made(run, 'confbridge_join', { confbridge_id: bridge })];
  const relays = flagOf(option, 'relay_reason') && dialled.legs.every(({ group }) => !group);
  if (relays) actions.push(made(run, 'hangup', { reference_id: dialled.legs[0]?.id ?? '' }));
  yield* pushMade(run, actions);
  return next;
};

/** Whether the flow continues when the parties die before one answers. Source: bin-call-manager/pkg/callhandler/outgoing_call.go. */
function* advances(run: Run, count: number, option: DecodedObject): Script<boolean> {
  if (count > 1) return false;
  const early = flagOf(option, 'early_media');
  return early ? yield* suspects(run, 'early-media-goes-on') : !(yield* suspects(run, 'connect-failure-holds'));
}
