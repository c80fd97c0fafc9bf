import { nilUuid } from '../../flow';
import { touch, update } from '../core';
import type { Groupcall } from '../resources/groupcall';
import type { Engine } from './engine';
import type { OngoingCall, OngoingGroup } from './ongoingCall';

/** Every call of a group call, those of group calls in it included. */
export const callsOf = ({ members, groups }: OngoingGroup): readonly OngoingCall[] => [
  ...members,
  ...groups.flatMap(callsOf),
];

/** The group call that is part of no other. */
export const outermost = (group: OngoingGroup): OngoingGroup => (group.parent ? outermost(group.parent) : group);

/**
 * A call of a group call is answered: the others are hung up.
 *
 * For a group call within a group call, the engine asks the wrong one to do that: the others keep ringing, and the outer one never knows
 * who answered. Source: bin-call-manager/pkg/groupcallhandler/answer.go answerCommon.
 */
export function answerGroup(engine: Engine, group: OngoingGroup, call: OngoingCall): void {
  group.groupcall.answer_call_id = call.row.id;
  update(engine.core, 'groupcall', group.groupcall, 'progressing');
  const whole = outermost(group);
  if (!whole.answered) {
    whole.answered = call;
    whole.listener?.answered();
  }
  if (!group.parent && group.groupcall.answer_method === 'hangup_others') hangUpOthers(engine, group);
}

function hangUpOthers(engine: Engine, group: OngoingGroup): void {
  const { groupcall, members, groups } = group;
  for (const inner of groups) hangUpOthers(engine, inner);
  for (const { row: call } of members) {
    if (call.id !== groupcall.answer_call_id) engine.calls.get(call.id)?.hangUp();
  }
}

/** A call of a group call is over. Source: bin-call-manager/pkg/groupcallhandler/hangup.go hangupCommon. */
export function leaveGroup(engine: Engine, group: OngoingGroup, { row: call }: OngoingCall): void {
  group.groupcall.call_count = group.members.filter((member) => member.row.status !== 'hangup').length;
  touch(engine.core, group.groupcall);
  endEmptyGroup(engine, group);
  const { answered, listener, groupcall } = outermost(group);
  if (answered ? answered.row === call : groupcall.status === 'hangup') listener?.over(call.hangup_reason);
}

/**
 * A group call is over when all its calls are over. If destinations ring one after another, the next one rings first, unless one has answered.
 *
 * The engine does not know that an extension or an agent has answered: the next destination rings when that call is over.
 * Source: bin-call-manager/pkg/groupcallhandler/hangup.go hangupCommon, hangupRingMethodLinear.
 */
export function endEmptyGroup(engine: Engine, { groupcall, parent, dialNext }: OngoingGroup): void {
  if (groupcall.call_count > 0 || groupcall.groupcall_count > 0) return;
  const mayGoOn = groupcall.answer_call_id === nilUuid && groupcall.status === 'progressing';
  if (mayGoOn && dialNext?.()) return;
  groupcall.status = 'hangup';
  update(engine.core, 'groupcall', groupcall, 'hangup');
  if (!parent) return;
  parent.groupcall.groupcall_count = parent.groups.filter((group) => group.groupcall.status !== 'hangup').length;
  touch(engine.core, parent.groupcall);
  endEmptyGroup(engine, parent);
}

/** Hangs up a group call with all its calls. Source: bin-call-manager/pkg/groupcallhandler/hangup.go Hangingup. */
export function hangUpGroup(engine: Engine, groupcall: Groupcall): void {
  if (groupcall.status !== 'progressing') return;
  groupcall.status = 'hangingup';
  touch(engine.core, groupcall);
  for (const id of groupcall.groupcall_ids) {
    const inner = engine.core.store.groupcalls.get(id);
    if (inner) hangUpGroup(engine, inner);
  }
  for (const id of groupcall.call_ids) engine.calls.get(id)?.hangUpSoon();
}
