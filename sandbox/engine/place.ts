import { type ActionList, callVariables, nilId, type RunInput } from '../../flow/simulator';
import { announce } from '../core';
import { newActiveflow } from '../resources/activeflow';
import type { Address } from '../resources/address';
import { type Call, newCall } from '../resources/call';
import { newGroupcall } from '../resources/groupcall';
import { seedIds } from '../seed/seedIds';
import { createRun } from './createRun';
import type { Engine } from './engine';
import { callsOf } from './groups';
import type { LegListener, LiveCall, LiveGroup } from './liveCall';
import type { LiveRun } from './liveRun';
import type { Member, Plan } from './plan';
import { ringSoon } from './ringSoon';

/** The flow that calls run when they are answered. */
export interface CallFlow {
  readonly flowId: string;
  /** Its actions; undefined: those of the stored flow with the id. */
  readonly saved: ActionList | undefined;
  readonly onCompleteFlowId: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly early: boolean;
  readonly depth: number;
}

/** What calls do when they are answered: run a flow, or join the call of the run that dials them. */
export type Manner = { readonly masterCallId: string } & (
  | { readonly role: 'flow'; readonly flow: CallFlow }
  | { readonly role: 'connected'; readonly run: LiveRun; readonly tell: LegListener }
);

export interface Placed {
  readonly calls: readonly LiveCall[];
  readonly group: LiveGroup | undefined;
}

/** Makes the calls of a plan; they ring a moment later. */
export function place(engine: Engine, plan: Plan, manner: Manner): Placed {
  const { members, source } = plan;
  if (!members) return { calls: [placeOne(engine, plan, source, undefined, manner)], group: undefined };
  const group = placeGroup(engine, plan, source, undefined, manner);
  return { calls: callsOf(group), group };
}

function placeGroup(
  engine: Engine,
  { id, destination, ownerId, members = [] }: Member,
  source: Address,
  parent: LiveGroup | undefined,
  manner: Manner,
): LiveGroup {
  const { core } = engine;
  const group: LiveGroup = {
    groupcall: newGroupcall({
      id,
      customer_id: seedIds.customer,
      tm_create: core.stamp(),
      owner_type: ownerId === nilId ? '' : 'agent',
      owner_id: ownerId,
      flow_id: manner.role === 'flow' ? manner.flow.flowId : nilId,
      source,
      destinations: [destination],
      master_call_id: manner.masterCallId,
      master_groupcall_id: parent?.groupcall.id ?? nilId,
      call_ids: idsOf(members, false),
      groupcall_ids: idsOf(members, true),
    }),
    members: [],
    groups: [],
    parent,
    tell: manner.role === 'connected' && !parent ? manner.tell : undefined,
    answered: undefined,
  };
  announce(core, 'groupcall', core.store.groupcalls.add(group.groupcall));
  for (const member of members) {
    if (member.members) group.groups.push(placeGroup(engine, member, source, group, manner));
    else group.members.push(placeOne(engine, member, source, group, manner));
  }
  return group;
}

const idsOf = (members: readonly Member[], areGroups: boolean): readonly string[] =>
  members.filter((one) => (one.members !== undefined) === areGroups).map(({ id }) => id);

function placeOne(
  engine: Engine,
  { id, destination, ownerId }: Pick<Member, 'id' | 'destination' | 'ownerId'>,
  source: Address,
  group: LiveGroup | undefined,
  manner: Manner,
): LiveCall {
  const { core } = engine;
  const flowId = manner.role === 'flow' ? manner.flow.flowId : core.newId();
  const activeflow = newActiveflow({
    id: core.newId(),
    customer_id: seedIds.customer,
    tm_create: core.stamp(),
    flow_id: flowId,
    reference_type: 'call',
    reference_id: id,
    ...(manner.role === 'flow' ? { on_complete_flow_id: manner.flow.onCompleteFlowId } : {}),
  });
  announce(core, 'activeflow', core.store.activeflows.add(activeflow));
  const call = newCall({
    id,
    customer_id: seedIds.customer,
    tm_create: core.stamp(),
    owner_type: ownerId === nilId ? '' : 'agent',
    owner_id: ownerId,
    flow_id: flowId,
    activeflow_id: activeflow.id,
    master_call_id: manner.masterCallId,
    source,
    destination,
    direction: 'outgoing',
  });
  const run =
    manner.role === 'flow'
      ? createRun(engine, activeflow, outgoingInput(call, manner.flow), manner.flow.depth)
      : manner.run;
  const live = addCall(engine, call, {
    role: manner.role,
    run,
    group,
    // A group answers for its members.
    tell: manner.role === 'connected' && !group ? manner.tell : undefined,
  });
  ringSoon(engine, live);
  return live;
}

/** Makes a call known to the engine and to whoever listens. */
export function addCall(engine: Engine, call: Call, rest: Pick<LiveCall, 'role' | 'run' | 'group' | 'tell'>): LiveCall {
  const { core, calls, tell } = engine;
  const live: LiveCall = {
    call,
    ...rest,
    isMachine: false,
    hangup: undefined,
    saying: undefined,
    waiting: undefined,
    digits: '',
    stopRinging: () => {},
  };
  if (rest.role === 'flow') rest.run.live = live;
  calls.set(call.id, live);
  announce(core, 'call', core.store.calls.add(call));
  tell({ type: 'leg', live });
  return live;
}

function outgoingInput(call: Call, flow: CallFlow): RunInput {
  return {
    saved: flow.saved,
    flowId: flow.flowId,
    referenceType: 'call',
    referenceId: call.id,
    direction: 'outgoing',
    dials: { destination: { ...call.destination }, early: flow.early },
    onCompleteFlowId: flow.onCompleteFlowId,
    variables: {
      ...flow.variables,
      ...callVariables(call.id, { ...call.source }, { ...call.destination }),
      'voipbin.call.master_call_id': call.master_call_id,
    },
  };
}
