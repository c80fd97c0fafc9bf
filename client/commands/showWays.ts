import { worldInWhole } from '../../flow/ways';
import { readCallSubject } from '../run/callSubject';
import { simulatedInput } from '../run/simulatedInput';
import type { ShownWays } from '../run/ways';
import { findDocument } from './checkedDocument';
import type { CommandContext } from './context';
import { playWorld } from './simulate';

/** Explores the flow of a document and shows how its calls can end. Nothing is called. */
export async function showWays(context: CommandContext, ways: ShownWays, uri?: string): Promise<void> {
  const { ui } = context;
  const found = await findDocument(context, uri);
  if (!found) return;
  const { document, model } = found;
  const read = readCallSubject(model);
  if ('problem' in read) return ui.tell('warning', read.problem);
  const input = simulatedInput(model);
  if (!input) {
    const text = `${document.name} names a registered flow, and the simulator has none. Open the flow itself to see its ways.`;
    return ui.tell('warning', text);
  }
  await ui.command('voipbin.ways.focus');
  await ways.explore({ uri: document.uri, name: document.name, model, input });
}

/** One end of those that are shown: of the list of actions at a position among those that were explored. */
export interface ShownEnd {
  readonly list: number;
  readonly end: string;
}

/** Simulates the shortest call that comes to a shown end, and marks its way. */
export async function playWay(context: CommandContext, ways: ShownWays, shown: ShownEnd): Promise<void> {
  const { ui } = context;
  const state = ways.state();
  const again = 'The flow has changed since. Show Ways of the Flow explores it again.';
  if (state.kind !== 'found') return ui.tell('information', again);
  const list = state.ways[shown.list];
  const end = list?.found.ends.find(({ id }) => id === shown.end);
  const found = await findDocument(context, state.document.uri);
  if (!list || !end || found?.model.text !== state.document.model.text) return ui.tell('information', again);
  const world = worldInWhole(list, end.shortest.world, state.ways);
  if (!world) return ui.tell('warning', 'No call was found that places this call, so it cannot be played.');
  await playWorld(context, found, state.document.input, world);
}
