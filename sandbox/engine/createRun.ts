import { nilUuid, type RunInput, runFlow } from '../../flow';
import type { Activeflow } from '../resources/activeflow';
import { addActiveflow } from './activeflows';
import type { Engine } from './engine';
import type { OngoingRun } from './ongoingRun';
import { abortRun, resumeRun, stepRun } from './stepRun';

/** A run that has not begun, known to the engine and listed from now on. */
export function createRun(engine: Engine, input: RunInput, depth: number, rest?: Partial<Activeflow>): OngoingRun {
  const { core, runs } = engine;
  const activeflow = addActiveflow(core, {
    flow_id: input.flowId ?? nilUuid,
    reference_type: input.referenceType,
    reference_id: input.referenceId ?? nilUuid,
    on_complete_flow_id: input.onCompleteFlowId ?? nilUuid,
    ...rest,
  });
  const { semantics, quirks, world } = core.meaning;
  const whole: RunInput = { ...input, activeflowId: activeflow.id, startedAt: core.clock.now() };
  const run: OngoingRun = {
    activeflow,
    input: whole,
    world,
    script: runFlow(whole, { semantics, quirks, ids: core.newId }),
    call: undefined,
    state: 'new',
    question: undefined,
    inbox: [],
    stopWaiting: () => {},
    parties: new Map(),
    queue: undefined,
    followUps: [],
    chained: [],
    depth,
    wasStopped: false,
    events: [],
    result: undefined,
    start() {
      if (run.state === 'new') stepRun(engine, run, undefined);
    },
    deliver(happening) {
      if (run.state === 'over') return;
      if (run.state === 'waiting') resumeRun(engine, run, happening);
      else run.inbox.push(happening);
    },
    stop() {
      run.wasStopped = true;
      if (run.call) run.start();
      if (run.state === 'waiting') run.deliver({ kind: 'stop', at: core.clock.now() });
      else run.abort('The flow was stopped by a request.');
    },
    abort: (detail) => abortRun(engine, run, detail),
  };
  runs.set(activeflow.id, run);
  for (const id of runs.keys()) if (!core.store.activeflows.get(id)) runs.delete(id);
  return run;
}
