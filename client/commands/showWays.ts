import type { RunInput, Ways } from '../../flow';
import type { ShownEnd, ShownWays } from '../run/ways';
import { type CheckedDocument, findDocument, findInput } from './checkedDocument';
import type { CommandContext } from './context';
import { type PlayedOn, playWorld } from './simulate';

/** Explores the flow of a document and shows how its calls can end. Nothing is called. */
export async function showWays(context: CommandContext, ways: ShownWays, uri?: string): Promise<void> {
  await exploreDocument(context, ways, uri, async () => {
    // The view is there from the first use on: until then the Call view has the whole panel.
    await context.ui.command('setContext', 'voipbin.waysShown', true);
    await context.ui.command('voipbin.ways.focus');
  });
}

interface Explored {
  readonly found: CheckedDocument;
  readonly input: RunInput;
  readonly all: readonly Ways[];
}

/** The ways of a document's flow; undefined, and told, where there is nothing to explore, or where an edit came first. */
export async function exploreDocument(
  context: CommandContext,
  ways: ShownWays,
  uri: string | undefined,
  whenItBegins: () => Promise<void> = async () => {},
): Promise<Explored | undefined> {
  const found = await findDocument(context, uri);
  if (!found) return undefined;
  const { document, model } = found;
  const input = findInput(context, found, 'Open the flow itself to see its ways.');
  if (!input) return undefined;
  const explored = { uri: document.uri, name: document.name, model, input };
  await whenItBegins();
  await ways.explore(explored);
  const state = ways.state();
  return state.kind === 'found' && state.document === explored ? { found, input, all: state.ways } : undefined;
}

/** Plays the shortest call that comes to a shown end, and marks its way. */
export async function playWay(
  context: CommandContext,
  ways: ShownWays,
  shown: ShownEnd,
  on: PlayedOn = 'simulator',
): Promise<void> {
  const { ui } = context;
  const state = ways.state();
  const again = 'The flow has changed. Run Show Ways of the Flow again.';
  if (state.kind !== 'found') return ui.tell('information', again);
  const list = state.ways[shown.list];
  const end = list?.found.ends.find(({ id }) => id === shown.end);
  const found = await findDocument(context, state.document.uri);
  if (!list || !end || found?.model.text !== state.document.model.text) return ui.tell('information', again);
  await playWorld(context, on, found, state.document.input, list.inWhole(end.shortest.world));
}
