import { pathText } from '../run/pathText';
import { runName } from '../run/run';
import type { CommandContext } from './context';

/** Copies the path of a run, or of the latest one, as text. */
export async function copyPath({ runs, ui, timeOfDay }: CommandContext, id?: string): Promise<void> {
  const run = id === undefined ? runs.list()[0] : runs.find(id);
  if (!run) return ui.tell('information', 'There is no call to copy a path from. Run one first.');
  await ui.copy(pathText(run, runName(run, timeOfDay)));
  ui.tell('information', 'The path of the call is copied.');
}
