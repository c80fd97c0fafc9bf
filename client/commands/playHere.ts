import type { ExploredCall } from '../../flow/explore';
import { pathOf } from '../../flow/json/node';
import type { ActionNode } from '../../flow/model/flowModel';
import { locate } from '../../flow/model/locate';
import type { ActionPlace } from '../../flow/simulator';
import { placedLabel } from '../../flow/text/placedLabel';
import { callText, callTo, isDropped, isEndless, type Ways, wayAt } from '../../flow/ways';
import type { ShownWays } from '../run/ways';
import type { CommandContext } from './context';
import { exploreDocument } from './showWays';
import { type PlayedOn, playWorld } from './simulate';

/** A place in a document. */
export interface Spot {
  readonly uri: string;
  /** UTF-16 code units. */
  readonly offset: number;
  /** Not how a call gets there is wanted, but how one is dropped: `here`, or by going in circles until the executions are used up. */
  readonly drops?: 'here' | 'circle' | undefined;
}

/** Plays the shortest call that comes to the action at a place, on a target or a case the one that takes that way, and marks its way; or says why none does. */
export async function playHere(
  context: CommandContext,
  ways: ShownWays,
  { uri, offset, drops }: Spot,
  on: PlayedOn = 'simulator',
): Promise<void> {
  const { ui } = context;
  const explored = await exploreDocument(context, ways, uri);
  if (!explored) return;
  const { found, input, all } = explored;
  const { action } = locate(found.model, offset);
  const list = action && all.find(({ call }) => call?.owner === action.scope.owner);
  if (!action || !list)
    return ui.tell('information', 'There is no action at the cursor. Put the cursor into an action.');
  const name = placedLabel(action);
  const way = drops ? undefined : wayAt(found.model, offset, list.found, list.input);
  const { complete, states, assumed } = list.found;
  if (way && !way.call && complete) {
    const to = way.edge.to ? placedLabel(way.edge.to) : 'the end of the flow';
    return ui.tell('information', [`No call takes the way from ${name} to ${to}.`, ...assumed].join(' '));
  }
  const call = callThatDrops(list, action, drops) ?? way?.call ?? callTo(list.found, action);
  if (!call) {
    const text = complete
      ? [`No call gets to ${name}. Show Ways of the Flow lists the ways that no call takes.`, ...assumed].join(' ')
      : `No call to ${name} was found in ${states === 1 ? 'one state' : `${states} states`}. The flow is too large to explore completely.`;
    return ui.tell('information', text);
  }
  const whole = list.inWhole(call.world);
  await playWorld(
    context,
    on,
    found,
    input,
    whole,
    `In this call: ${callText(whole, { input, asked: call.asked }).join(', ')}.`,
  );
}

function callThatDrops({ found }: Ways, action: ActionNode, drops: Spot['drops']): ExploredCall | undefined {
  const end = found.ends.find((candidate) =>
    drops === 'circle' ? isEndless(candidate) : drops === 'here' && isDropped(candidate) && isAt(candidate.at, action),
  );
  return end?.shortest;
}

const isAt = (place: ActionPlace | undefined, action: ActionNode) =>
  place?.path !== undefined && String(place.path) === String(pathOf(action.node));
