import { touch, update } from '../core';
import type { Engine } from './engine';
import type { LiveCall, LiveGroup } from './liveCall';

/** Every call of a group call, those of group calls in it included. */
export const callsOf = ({ members, groups }: LiveGroup): readonly LiveCall[] => [
  ...members,
  ...groups.flatMap(callsOf),
];

/** The group call that is part of no other. */
export const outermost = (group: LiveGroup): LiveGroup => (group.parent ? outermost(group.parent) : group);

/**
 * A call of a group call is answered: the others are hung up.
 *
 * In a group call of a group call the engine asks the wrong one to do that, so the others go on ringing, and the outer one never knows who
 * answered. Source: bin-call-manager/pkg/groupcallhandler/answer.go answerCommon.
 */
export function answerGroup(engine: Engine, group: LiveGroup, live: LiveCall): void {
  group.groupcall.answer_call_id = live.call.id;
  update(engine.core, 'groupcall', group.groupcall, 'progressing');
  const whole = outermost(group);
  if (!whole.answered) {
    whole.answered = live;
    whole.tell?.answered();
  }
  if (!group.parent) hangUpOthers(engine, group);
}

function hangUpOthers(engine: Engine, group: LiveGroup): void {
  const { groupcall, members, groups } = group;
  for (const inner of groups) hangUpOthers(engine, inner);
  for (const { call } of members) {
    const live = engine.calls.get(call.id);
    if (live && call.id !== groupcall.answer_call_id) engine.hangUp(live, { by: 'local', reason: 'normal' });
  }
}

/** A call of a group call is over. Source: bin-call-manager/pkg/groupcallhandler/hangup.go hangupCommon. */
export function leaveGroup(engine: Engine, group: LiveGroup, { call }: LiveCall): void {
  group.groupcall.call_count = group.members.filter((one) => one.call.status !== 'hangup').length;
  touch(engine.core, group.groupcall);
  endEmptyGroup(engine, group);
  const { answered, tell, groupcall } = outermost(group);
  if (answered ? answered.call === call : groupcall.status === 'hangup') tell?.over(call.hangup_reason);
}

function endEmptyGroup(engine: Engine, { groupcall, parent }: LiveGroup): void {
  if (groupcall.call_count > 0 || groupcall.groupcall_count > 0) return;
  groupcall.status = 'hangup';
  update(engine.core, 'groupcall', groupcall, 'hangup');
  if (!parent) return;
  parent.groupcall.groupcall_count = parent.groups.filter((one) => one.groupcall.status !== 'hangup').length;
  touch(engine.core, parent.groupcall);
  endEmptyGroup(engine, parent);
}
