import { type RunInput, runFlow } from '../../flow/simulator';
import type { Activeflow } from '../resources/activeflow';
import type { Engine } from './engine';
import type { LiveRun } from './liveRun';

/** A run that has not begun, known to the engine from now on. */
export function createRun({ core, runs }: Engine, activeflow: Activeflow, input: RunInput, depth: number): LiveRun {
  const { semantics, quirks } = core.meaning;
  const whole: RunInput = { ...input, activeflowId: activeflow.id, startedAt: core.clock.now() };
  const run: LiveRun = {
    activeflow,
    input: whole,
    script: runFlow(whole, { semantics, quirks, ids: core.newId }),
    live: undefined,
    state: 'new',
    question: undefined,
    inbox: [],
    stopWaiting: () => {},
    legs: new Map(),
    queue: undefined,
    followUps: [],
    chained: [],
    depth,
    wasStopped: false,
    events: [],
    result: undefined,
  };
  runs.set(activeflow.id, run);
  for (const id of runs.keys()) if (!core.store.activeflows.get(id)) runs.delete(id);
  return run;
}
