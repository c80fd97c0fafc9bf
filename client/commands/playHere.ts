import { pathOf } from '../../flow/json/node';
import type { ActionNode } from '../../flow/model/flowModel';
import { locate } from '../../flow/model/locate';
import type { Place, WorldScript } from '../../flow/simulator';
import { placedLabel } from '../../flow/text/placedLabel';
import { callText, isDropped, isEndless, type Ways, worldInWhole } from '../../flow/ways';
import type { ShownWays } from '../run/ways';
import type { CommandContext } from './context';
import { exploreDocument } from './showWays';
import { playWorld } from './simulate';

/** A place in a document. */
export interface Spot {
  readonly uri: string;
  /** UTF-16 code units. */
  readonly offset: number;
  /** Not how a call gets there is wanted, but how one is dropped: `here`, or by going in circles until the executions are used up. */
  readonly drops?: 'here' | 'circle' | undefined;
}

/** Simulates the shortest call that comes to the action at a place and marks its way, or says why none does. */
export async function playHere(context: CommandContext, ways: ShownWays, { uri, offset, drops }: Spot): Promise<void> {
  const { ui } = context;
  const explored = await exploreDocument(context, ways, uri);
  if (!explored) return;
  const { found, input, all } = explored;
  const { action } = locate(found.model, offset);
  const list = action && all.find(({ call }) => call?.owner === action.scope.owner);
  if (!action || !list) return ui.tell('information', 'There is no action here. Put the cursor into an action.');
  const world = worldThatDrops(list, action, drops) ?? worldTo(list, action);
  const name = placedLabel(action);
  if (!world) {
    const { complete, states, assumed } = list.found;
    const text = complete
      ? [`No call gets to ${name}. Show Ways of the Flow lists the ways that no call takes.`, ...assumed].join(' ')
      : `No call was found that gets to ${name}, in ${states} states. The flow is too large to explore it whole.`;
    return ui.tell('information', text);
  }
  const whole = worldInWhole(list, world, all);
  if (!whole) return ui.tell('information', `No call was found that places the call in which ${name} runs.`);
  await playWorld(context, found, input, whole, `In this call: ${callText(whole).join(', ')}.`);
}

function worldThatDrops({ found }: Ways, action: ActionNode, drops: Spot['drops']): WorldScript | undefined {
  const end = found.ends.find((one) =>
    drops === 'circle' ? isEndless(one) : drops === 'here' && isDropped(one) && isAt(one.at, action),
  );
  return end?.shortest.world;
}

/** Of all calls that come to the action the shortest. */
function worldTo({ found }: Ways, action: ActionNode): WorldScript | undefined {
  const edges = found.edges.filter(({ from, to }) => isAt(to, action) || isAt(from, action));
  // An edge to it is taken before one from it.
  const calls = [
    ...edges.map(({ call }) => call),
    ...found.ends.flatMap((end) => (isAt(end.at, action) ? end.shortest : [])),
  ];
  return calls.sort((a, b) => a.duration - b.duration)[0]?.world;
}

const isAt = (place: Place | undefined, action: ActionNode) =>
  place?.path !== undefined && String(place.path) === String(pathOf(action.node));
