/** How long a step back takes: the session is made again from its beginning. */
import { readFileSync } from 'node:fs';
import { createTimeline, type Timeline } from '../flow/debug/timeline';
import { documentInput, scriptedWorld } from '../flow/simulator';
import { sideBySide } from './sideBySide';

/** A session at the last action of a run that uses all of its executions. */
function atLastAction(): { timeline: Timeline; before: number } {
  const input = documentInput(JSON.parse(readFileSync('examples/branch-menu.flow.json', 'utf8')), 'flow', {});
  if (!input) throw new Error('the example is not a flow');
  const timeline = createTimeline({ input, options: {}, world: () => scriptedWorld({}), asks: false });
  while (timeline.advance());
  const actions = timeline.machine.happened.flatMap(({ event }, at) => (event.type === 'action' ? [at + 1] : []));
  return { timeline, before: actions.at(-2) ?? 0 };
}

export async function benchDebug(rounds: number): Promise<void> {
  const { timeline, before } = atLastAction();
  const used = timeline.machine.threads[0]?.run.used ?? 0;
  const steps = 10;
  const times = await sideBySide(
    {
      back: () => {
        for (let left = steps; left > 0; left--) timeline.goBackTo(before);
        return timeline.at;
      },
    },
    rounds,
  );
  console.log(`a step back in a run of ${used} executions: ${((times.back ?? 0) / steps).toFixed(2)} ms`);
}
