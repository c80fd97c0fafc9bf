import { type ChildRun, nilUuid } from '../../flow';
import { update } from '../core';
import type { Engine } from './engine';
import type { OngoingRun } from './ongoingRun';
import { placeCalls } from './placeCalls';

/** Places the calls of an action `call`; each runs the flow that the action gives it. */
export function placeChildren(engine: Engine, run: OngoingRun, { callId = '', chained, input }: ChildRun): void {
  const plan = engine.plans.get(callId);
  if (!plan) return;
  engine.plans.delete(callId);
  const { call } = run;
  const { calls } = placeCalls(engine, plan, {
    role: 'flow',
    flow: {
      masterCallId: chained && call ? call.row.id : nilUuid,
      flowId: input.flowId ?? engine.core.newId(),
      saved: input.saved,
      onCompleteFlowId: nilUuid,
      variables: {},
      early: input.dials?.early ?? false,
      depth: run.depth + 1,
    },
  });
  if (!chained || !call) return;
  const ids = calls.map((placed) => placed.row.id);
  run.chained.push(...ids);
  call.row.chained_call_ids = [...call.row.chained_call_ids, ...ids];
  update(engine.core, 'call', call.row);
}
