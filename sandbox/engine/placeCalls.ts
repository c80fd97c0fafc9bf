import { callVariables, nilUuid, type RunInput } from '../../flow';
import { announce, touch } from '../core';
import type { Address } from '../resources/address';
import { newCall } from '../resources/call';
import { type Groupcall, newGroupcall } from '../resources/groupcall';
import { addActiveflow, type GivenFlow } from './activeflows';
import { joinsAnother, ownedByFlow } from './callOwner';
import { createCall } from './createCall';
import type { Engine } from './engine';
import { callsOf, endEmptyGroup } from './groups';
import { newRow } from './newRow';
import type { DialListener, OngoingCall, OngoingGroup } from './ongoingCall';
import type { OngoingRun } from './ongoingRun';
import type { DialMember, DialPlan } from './planDial';

/** The flow that calls run when they are answered. Without actions: those of the stored flow with the id. */
export interface CallFlow extends Omit<GivenFlow, 'saved'>, Pick<RunInput, 'saved'> {
  readonly variables: Readonly<Record<string, string>>;
  readonly early: boolean;
  readonly depth: number;
  /** The call that places them and ends them; nil when there is none. */
  readonly masterCallId: string;
}

/** What calls do when they are answered: run a flow, or join the call of the run that dials them. */
export type Manner =
  | { readonly role: 'flow'; readonly flow: CallFlow }
  | { readonly role: 'connected'; readonly run: OngoingRun; readonly listener: DialListener };

export interface PlacingResult {
  readonly calls: readonly OngoingCall[];
  readonly group: OngoingGroup | undefined;
  /** Hangs up what still rings or talks. */
  hangUp(): void;
}

/** Creates the calls of a plan; they ring a moment later. */
export function placeCalls(engine: Engine, plan: DialPlan, manner: Manner): PlacingResult {
  const { members, source } = plan;
  const group = members && placeGroup(engine, plan, source, undefined, manner);
  const calls = group ? callsOf(group) : [placeCall(engine, plan, source, undefined, manner)];
  const hangUp = () => {
    for (const call of calls) call.hangUp();
  };
  return { calls, group, hangUp };
}

/** A group call whose destinations are given in the request. */
export interface AskedGroup {
  readonly destinations: readonly Address[];
  readonly ringMethod: Groupcall['ring_method'];
  readonly answerMethod: Groupcall['answer_method'];
  /** One for each destination; undefined where it cannot be called. */
  readonly members: readonly (DialPlan | undefined)[];
}

/** Creates the group call of `POST /groupcalls`. Its destinations ring a moment later, together or one after another. */
export function placeAskedGroup(engine: Engine, source: Address, asked: AskedGroup, flow: CallFlow): Groupcall {
  const manner = { role: 'flow', flow } as const;
  const plans = asked.members.filter((member) => member !== undefined);
  const members = asked.ringMethod === 'linear' ? plans.slice(0, 1) : plans;
  const whole = { id: engine.core.newId(), destination: {}, ownerId: nilUuid, members };
  const group = placeGroup(engine, whole, source, undefined, manner, asked);
  endEmptyGroup(engine, group);
  return group.groupcall;
}

function placeGroup(
  engine: Engine,
  { id, destination, ownerId, members = [] }: DialMember,
  source: Address,
  parent: OngoingGroup | undefined,
  manner: Manner,
  asked?: AskedGroup,
): OngoingGroup {
  const { core } = engine;
  const group: OngoingGroup = {
    groupcall: newGroupcall(newRow(core, id), {
      owner_type: ownerId === nilUuid ? '' : 'agent',
      owner_id: ownerId,
      flow_id: manner.role === 'flow' ? manner.flow.flowId : nilUuid,
      source,
      destinations: asked?.destinations ?? [destination],
      ring_method: asked?.ringMethod ?? 'ring_all',
      answer_method: asked?.answerMethod ?? 'hangup_others',
      master_call_id: masterOf(manner),
      master_groupcall_id: parent?.groupcall.id ?? nilUuid,
      call_ids: idsOf(members, false),
      groupcall_ids: idsOf(members, true),
      dial_index: asked?.ringMethod === 'linear' ? Math.max(0, asked.members.findIndex(Boolean)) : 0,
    }),
    members: [],
    groups: [],
    parent,
    listener: manner.role === 'connected' && !parent ? manner.listener : undefined,
    answered: undefined,
    dialNext: asked?.ringMethod === 'linear' ? () => dialNext(engine, group, asked.members, manner) : undefined,
  };
  announce(core, 'groupcall', core.store.groupcalls.add(group.groupcall));
  for (const member of members) placeMember(engine, group, member, manner);
  return group;
}

function placeMember(engine: Engine, group: OngoingGroup, member: DialMember, manner: Manner): void {
  const { source } = group.groupcall;
  if (member.members) group.groups.push(placeGroup(engine, member, source, group, manner));
  else group.members.push(placeCall(engine, member, member.source ?? source, group, manner));
}

/** Source: bin-call-manager/pkg/groupcallhandler/dial.go dialNextDestination. */
function dialNext(
  engine: Engine,
  group: OngoingGroup,
  members: readonly (DialPlan | undefined)[],
  manner: Manner,
): boolean {
  const { groupcall } = group;
  const position = members.findIndex((member, at) => at > groupcall.dial_index && member !== undefined);
  const member = members[position];
  if (!member) return false;
  groupcall.dial_index = position;
  groupcall.call_ids = [...groupcall.call_ids, ...idsOf([member], false)];
  groupcall.groupcall_ids = [...groupcall.groupcall_ids, ...idsOf([member], true)];
  groupcall.call_count = member.members ? 0 : 1;
  groupcall.groupcall_count = member.members ? 1 : 0;
  touch(engine.core, groupcall);
  placeMember(engine, group, member, manner);
  return true;
}

const idsOf = (members: readonly DialMember[], areGroups: boolean): readonly string[] =>
  members.filter((member) => (member.members !== undefined) === areGroups).map(({ id }) => id);

function placeCall(
  engine: Engine,
  { id, destination, ownerId }: Pick<DialMember, 'id' | 'destination' | 'ownerId'>,
  source: Address,
  group: OngoingGroup | undefined,
  manner: Manner,
): OngoingCall {
  const { core } = engine;
  const run =
    manner.role === 'flow'
      ? engine.newRun(outgoingInput(id, source, destination, manner.flow), manner.flow.depth)
      : manner.run;
  const activeflow =
    manner.role === 'flow'
      ? run.activeflow
      : addActiveflow(core, { flow_id: core.newId(), reference_type: 'call', reference_id: id });
  const call = newCall(newRow(core, id), {
    owner_type: ownerId === nilUuid ? '' : 'agent',
    owner_id: ownerId,
    flow_id: activeflow.flow_id,
    activeflow_id: activeflow.id,
    master_call_id: masterOf(manner),
    source,
    destination,
    direction: 'outgoing',
  });
  const owner = manner.role === 'flow' ? ownedByFlow(engine, run) : joinsAnother(engine, run, manner.listener);
  const ongoing = createCall(engine, call, owner, group);
  ongoing.ring();
  return ongoing;
}

const masterOf = (manner: Manner): string =>
  manner.role === 'flow' ? manner.flow.masterCallId : (manner.run.call?.row.id ?? nilUuid);

function outgoingInput(id: string, source: Address, destination: Address, flow: CallFlow): RunInput {
  return {
    saved: flow.saved,
    flowId: flow.flowId,
    referenceType: 'call',
    referenceId: id,
    direction: 'outgoing',
    dials: { destination: { ...destination }, early: flow.early },
    onCompleteFlowId: flow.onCompleteFlowId,
    variables: {
      ...flow.variables,
      ...callVariables(id, { ...source }, { ...destination }),
      'voipbin.call.master_call_id': flow.masterCallId,
    },
  };
}
