import { nilUuid } from '../../model/uuid';
import type { RunEnd } from '../events';
import { beginRun, followUp } from './beginRun';
import { bounds } from './bounds';
import { changeLeg } from './legs';
import { endRecording } from './recordings';
import { isCall, meet, meetBound, type Run, type Script } from './run';

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
  // Parties that still ring are hung up with the call that they were called for, and with nothing else.
  for (const leg of [...run.bridges.values()].flatMap(({ legs }) => legs)) {
    if (run.legs[leg]?.status === 'ringing') yield* changeLeg(run, leg, 'over', 'cancel');
  }
  yield* endRecording(run);
  for (const placed of run.followUps) yield* followUp(run, placed, run.clock);
  if (run.onCompleteFlowId === nilUuid) return;
  if ((run.input.generation ?? 0) + 1 >= bounds['on-complete-chain'].value) {
    yield meetBound(run, 'on-complete-chain');
    return;
  }
  yield* beginRun(run, 'on_complete', {
    flowId: run.onCompleteFlowId,
    referenceType: run.input.referenceType,
    referenceId: run.referenceId,
    variables: Object.fromEntries(run.variables),
    completeCount: (yield* completeCount(run)) + 1,
    startedAt: run.clock,
    ...(isCall(run) ? { callStatus: 'hangup' } : {}),
  });
}

const countVariable = 'voipbin.activeflow.complete_count';

/** How many flows of the chain the platform counts: it reads a variable, which a flow can set. */
function* completeCount(run: Run): Script<number> {
  const kept = run.input.completeCount ?? 0;
  const text = run.variables.get(countVariable) ?? String(kept);
  if (text === String(kept) || !/^-?\d{1,9}$/.test(text)) return kept;
  yield meet(run, 'on-complete-chain-endless');
  return run.quirks['on-complete-chain-endless'] ? Number(text) : kept;
}
