import { type ChildRun, nilId } from '../../flow/simulator';
import { update } from '../core';
import type { Engine } from './engine';
import type { LiveRun } from './liveRun';
import { place } from './place';

/** Places the calls of an action `call`; each runs the flow that the action gives it. */
export function placeCalls(engine: Engine, run: LiveRun, { callId = '', chained, input }: ChildRun): void {
  const plan = engine.plans.get(callId);
  if (!plan) return;
  engine.plans.delete(callId);
  const { live } = run;
  const { calls } = place(engine, plan, {
    role: 'flow',
    masterCallId: chained && live ? live.call.id : nilId,
    flow: {
      flowId: input.flowId ?? engine.core.newId(),
      saved: input.saved,
      onCompleteFlowId: nilId,
      variables: {},
      early: input.dials?.early ?? false,
      depth: run.depth + 1,
    },
  });
  if (!chained || !live) return;
  const ids = calls.map(({ call }) => call.id);
  run.chained.push(...ids);
  live.call.chained_call_ids = [...live.call.chained_call_ids, ...ids];
  update(engine.core, 'call', live.call);
}
