import type { Core } from '../core';

/** After a restart no call or flow can continue. They end as if VoIPbin had hung up. */
export function endInterrupted(core: Core): void {
  const { calls, groupcalls, activeflows, recordings, transcribes } = core.store;
  let ended = 0;
  for (const call of calls.all()) {
    if (call.status === 'hangup') continue;
    ended++;
    const wasAnswered = call.tm_progressing !== null || call.direction === 'incoming';
    call.hangup_by = 'local';
    call.hangup_reason = wasAnswered ? 'normal' : 'cancel';
    call.status = 'hangup';
    call.tm_hangup = core.stamp();
    call.tm_update = call.tm_hangup;
  }
  for (const groupcall of groupcalls.all()) {
    groupcall.status = 'hangup';
    groupcall.call_count = 0;
    groupcall.groupcall_count = 0;
  }
  for (const activeflow of activeflows.all()) {
    if (activeflow.status === 'ended') continue;
    ended++;
    activeflow.status = 'ended';
    activeflow.tm_update = core.stamp();
  }
  for (const recording of recordings.all()) {
    if (recording.status === 'ended') continue;
    recording.status = 'ended';
    recording.tm_end = core.stamp();
  }
  for (const transcribe of transcribes.all()) transcribe.status = 'done';
  if (ended > 0) core.log(`${ended} calls and flows that were running before have ended`);
}
