import type { RunEnd } from '../events';
import { nilId } from '../ids';
import { endRecording } from './recordings';
import { event, isCall, type Run, type Script } from './run';

/**
 * What the platform starts when a run is over: the flows of what the run had begun, and then the one that completes it.
 *
 * `on_complete_flow_id` follows every end, errors included; a parked run has not ended.
 * Source: bin-flow-manager/pkg/activeflowhandler/stop.go.
 */
export function* followUps(run: Run, end: RunEnd): Script<void> {
  if (end.outcome === 'blocked') return;
  // The end of the activeflow hangs the call up. Source: bin-call-manager/pkg/callhandler/event.go.
  if (isCall(run)) run.callStatus = 'hangup';
  endRecording(run);
  for (const { flowId, referenceType, variables } of run.followUps) {
    yield* child(run, 'on_end', {
      flowId,
      referenceType,
      variables: { ...Object.fromEntries(run.variables), ...variables },
    });
  }
  if (run.onCompleteFlowId === nilId) return;
  yield* child(run, 'on_complete', {
    flowId: run.onCompleteFlowId,
    referenceType: run.input.referenceType,
    referenceId: run.referenceId,
    variables: Object.fromEntries(run.variables),
    ...(isCall(run) ? { callStatus: 'hangup' } : {}),
  });
}

function* child(
  run: Run,
  cause: 'on_complete' | 'on_end',
  input: {
    flowId: string;
    referenceType: string;
    referenceId?: string;
    variables: Readonly<Record<string, string>>;
    callStatus?: string;
  },
): Script<void> {
  yield event(run, {
    type: 'child',
    child: {
      cause,
      child: run.children++,
      input: {
        ...input,
        referenceActiveflowId: run.id,
        // A flow that follows the end of a recording or the like counts in the same chain.
        completeCount: (run.input.completeCount ?? 0) + 1,
        startedAt: run.clock,
      },
    },
  });
}
