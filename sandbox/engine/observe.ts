import { findAction } from '../../flow/catalog';
import { nilId, type RunEvent } from '../../flow/simulator';
import { update } from '../core';
import { describe } from '../log/describe';
import { nameRun } from '../log/names';
import { action } from '../resources/action';
import { moveTo } from '../resources/activeflow';
import { placeCalls } from './callAction';
import { progress } from './callState';
import type { Engine } from './engine';
import type { LiveRun } from './liveRun';
import { endRecording, startRecording } from './recordings';
import { startFollowing } from './startFollowing';
import { showTranscribe } from './transcribes';

/** Shows on the resources, on the phone and in the log what a run tells. */
export function observe(engine: Engine, run: LiveRun, event: RunEvent): void {
  const text = isRepeated(run, event) ? undefined : describe(event, engine.core.mask);
  run.events.push(event);
  if (text !== undefined) engine.core.log(`${nameRun(run)}  ${text}`);
  show(engine, run, event);
  engine.traced(run, event);
}

/** A loop meets the same deviation again and again. */
function isRepeated({ events }: LiveRun, event: RunEvent): boolean {
  return event.type === 'quirk' && events.some((one) => one.type === 'quirk' && one.quirk === event.quirk);
}

function show(engine: Engine, run: LiveRun, event: RunEvent): void {
  const { live } = run;
  switch (event.type) {
    case 'action':
      showAction(engine, run, event);
      return;
    case 'action-end':
      if (event.action === 'recording_stop' && event.result === 'done' && live) endRecording(engine.core, live.call);
      return;
    case 'variable':
      if (event.by !== 'platform') return;
      if (event.name === 'voipbin.recording.id') startRecording(engine, run, event.value);
      if (event.name === 'voipbin.transcribe.id') showTranscribe(engine.core, run, event.value);
      return;
    case 'answered':
      if (live) progress(engine, live);
      return;
    case 'said':
      if (live) engine.tell({ ...event, live });
      return;
    case 'played':
      if (live) engine.tell({ ...event, live });
      return;
    case 'key':
      if (live) live.digits = event.digits;
      if (live) engine.tell({ ...event, live });
      return;
    case 'leg':
      if (event.leg.status === 'over') run.legs.get(event.leg.leg)?.drop();
      return;
    case 'child':
      if (event.child.cause === 'call') placeCalls(engine, run, event.child);
      // What follows a recording does not wait for the end of the flow.
      else if (event.child.cause === 'on_end') startFollowing(engine, event.child.input, run.activeflow.id, run.depth);
      else run.followUps.push(event.child);
      return;
  }
}

function showAction({ core }: Engine, run: LiveRun, event: Extract<RunEvent, { type: 'action' }>): void {
  const { activeflow, live } = run;
  const current = action(event.id, nextIdOf(core, run, event), event.action, event.option);
  moveTo(activeflow, current);
  update(core, 'activeflow', activeflow);
  // Only what the call manager runs becomes the action of the call. Source: bin-call-manager/pkg/callhandler/action.go ActionNext.
  const isOfCall = findAction(event.action)?.onFailure.effect === 'skip-action';
  if (!live || !isOfCall || event.skipped) return;
  live.call.action = { ...current, tm_execute: core.stamp() };
  update(core, 'call', live.call);
}

/** Events do not tell the `next_id` of an action; the list that it stands in does. */
function nextIdOf({ store }: Engine['core'], run: LiveRun, { place }: RunEvent): string {
  const [, flowId, position = ''] = /^(?:flows\/([^/]+)\/)?(\d+)$/.exec(place?.index ?? '') ?? [];
  if (position === '') return nilId;
  if (flowId === undefined) return run.input.saved?.actions[Number(position)]?.nextId ?? nilId;
  return store.flows.get(flowId)?.actions[Number(position)]?.next_id ?? nilId;
}
