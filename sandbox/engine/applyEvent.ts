import { findAction, nilUuid, type RunEvent } from '../../flow';
import { update } from '../core';
import { describe } from '../log/describe';
import { nameRun } from '../log/names';
import { action } from '../resources/action';
import { moveTo } from '../resources/activeflow';
import { startFollowing } from './activeflows';
import type { Engine } from './engine';
import type { OngoingRun } from './ongoingRun';
import { placeChildren } from './placeChildren';
import { endRecording, startRecording } from './recordings';
import { showTranscribe } from './transcribes';

/** Shows an event of a run on the resources, on the phone and in the log. */
export function applyEvent(engine: Engine, run: OngoingRun, event: RunEvent): void {
  const text = isRepeated(run, event) ? undefined : describe(event, engine.core.mask);
  run.events.push(event);
  if (text !== undefined) engine.core.log(`${nameRun(run)}  ${text}`);
  show(engine, run, event);
  engine.traced(run, event);
}

/** A loop meets the same deviation again and again. */
function isRepeated({ events }: OngoingRun, event: RunEvent): boolean {
  return event.type === 'quirk' && events.some((past) => past.type === 'quirk' && past.quirk === event.quirk);
}

function show(engine: Engine, run: OngoingRun, event: RunEvent): void {
  const { call } = run;
  switch (event.type) {
    case 'action':
      showAction(engine, run, event);
      return;
    case 'action-end':
      if (event.action === 'recording_stop' && event.result === 'done' && call) endRecording(engine.core, call.row);
      return;
    case 'variable':
      if (event.by !== 'platform') return;
      if (event.name === 'voipbin.recording.id') startRecording(engine, run, event.value);
      if (event.name === 'voipbin.transcribe.id') showTranscribe(engine.core, run, event.value);
      return;
    case 'answered':
      call?.progress();
      return;
    case 'said':
    case 'played':
    case 'key':
      if (call && event.type === 'key') call.digits = event.digits;
      if (call) engine.showOnPhone({ ...event, call });
      return;
    case 'leg':
      if (event.leg.status === 'over') run.parties.get(event.leg.leg)?.hangUp();
      return;
    case 'child':
      if (event.child.cause === 'call') placeChildren(engine, run, event.child);
      // The flow that follows a recording does not wait for the end of this flow.
      else if (event.child.cause === 'on_end') startFollowing(engine, event.child.input, run.activeflow.id, run.depth);
      else run.followUps.push(event.child);
      return;
  }
}

function showAction({ core }: Engine, run: OngoingRun, event: Extract<RunEvent, { type: 'action' }>): void {
  const { activeflow, call } = run;
  const current = action(event.id, nextIdOf(core, run, event), event.action, event.option);
  moveTo(activeflow, current);
  update(core, 'activeflow', activeflow);
  // Only what the call manager runs becomes the action of the call. Source: bin-call-manager/pkg/callhandler/action.go ActionNext.
  const isOfCall = findAction(event.action)?.runBy === 'call-manager';
  if (!call || !isOfCall || event.skipped) return;
  call.row.action = { ...current, tm_execute: core.stamp() };
  update(core, 'call', call.row);
}

/** Events do not have the `next_id` of an action; its list does. */
function nextIdOf({ store }: Engine['core'], run: OngoingRun, { place }: RunEvent): string {
  const [, flowId, position = ''] = /^(?:flows\/([^/]+)\/)?(\d+)$/.exec(place?.index ?? '') ?? [];
  if (position === '') return nilUuid;
  if (flowId === undefined) return run.input.saved?.actions[Number(position)]?.nextId ?? nilUuid;
  return store.flows.get(flowId)?.actions[Number(position)]?.next_id ?? nilUuid;
}
