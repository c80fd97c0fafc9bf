import { isOver, runIcon, runName } from '../run/run';
import type { CommandContext } from './context';

/** Hangs up a call, or stops a flow that runs without one; asks which where several go on. */
export async function hangUp(context: CommandContext, id?: string): Promise<void> {
  const { runs, ui, timeOfDay } = context;
  const live = runs.list().filter((run) => !isOver(run) && run.canHangUp);
  const wanted = id === undefined ? undefined : live.find((run) => run.id === id);
  if (id !== undefined && !wanted) return;
  const [only] = live;
  if (!only) return ui.tell('information', 'No call is in progress.');
  let run = wanted ?? only;
  if (!wanted && live.length > 1) {
    const choices = live.map((candidate) => ({
      icon: runIcon(candidate),
      label: runName(candidate, timeOfDay),
      pick: { value: candidate },
    }));
    const reply = await ui.pick({ title: 'Hang Up', placeholder: 'Which call?', choices });
    if (typeof reply === 'string') return;
    run = reply.value;
  }
  await runs.hangUp(run.id);
}
