import { isOver, runIcon, runName } from '../run/run';
import type { CommandContext } from './context';

/** Hangs up a call, or stops a flow that runs without one; asks which where several go on. */
export async function hangUp({ runs, ui, timeOfDay }: CommandContext, id?: string): Promise<void> {
  if (id !== undefined) return void (await runs.hangUp(id));
  const live = runs.list().filter((run) => !isOver(run) && run.canHangUp);
  const [only, ...more] = live;
  if (!only) return ui.tell('information', 'No call is in progress.');
  if (more.length === 0) return void (await runs.hangUp(only.id));
  const choices = live.map((run) => ({
    icon: runIcon(run),
    label: runName(run, timeOfDay),
    pick: { value: run.id },
  }));
  const reply = await ui.pick({ title: 'Hang Up', placeholder: 'Which call?', choices });
  if (typeof reply !== 'string') await runs.hangUp(reply.value);
}
