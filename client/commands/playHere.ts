import { callText, callThatShows, callTo, locate, mistakeOf, placedLabel, wayAt } from '../../flow';
import { inSlices } from '../run/inSlices';
import type { ShownWays } from '../run/ways';
import type { CommandContext } from './context';
import { exploreDocument } from './showWays';
import { type PlayedOn, playWorld } from './simulate';

/** A place in a document. */
export interface Spot {
  readonly uri: string;
  /** UTF-16 code units. */
  readonly offset: number;
  /** The code of a finding there: the call is to show it. */
  readonly code?: string | undefined;
}

/** Plays the shortest call that comes to the action at a place, on a target or a case the one that takes that way, and marks its way; or says why none does. For a finding it is the call that shows it, and no other. */
export async function playHere(
  context: CommandContext,
  ways: ShownWays,
  { uri, offset, code }: Spot,
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
  const mistake = code === undefined ? undefined : mistakeOf(found.model, { code, offset });
  const way = mistake ? undefined : wayAt(found.model, offset, list.found, list.input);
  const { complete, states, assumed } = list.found;
  if (way && !way.call && complete) {
    const to = way.edge.to ? placedLabel(way.edge.to) : 'the end of the flow';
    return ui.tell('information', [`No call takes the way from ${name} to ${to}.`, ...assumed].join(' '));
  }
  const shortest = way?.call ?? callTo(list.found, action);
  const call = mistake
    ? await inSlices(callThatShows(found.model, list, input, mistake), context.clock, () => true)
    : shortest && { world: list.inWhole(shortest.world), asked: shortest.asked };
  if (!call && shortest) {
    const text = `No known call shows ${code} at ${name}. How Does a Call Get Here? plays the shortest call that gets there.`;
    return ui.tell('information', text);
  }
  if (!call) {
    const text = complete
      ? [`No call gets to ${name}. Show Ways of the Flow lists the ways that no call takes.`, ...assumed].join(' ')
      : `No call to ${name} was found in ${states === 1 ? 'one state' : `${states} states`}. The flow is too large to explore completely.`;
    return ui.tell('information', text);
  }
  const told = `In this call: ${callText(call.world, { input, asked: call.asked }).join(', ')}.`;
  await playWorld(context, on, found, input, call.world, told);
}
