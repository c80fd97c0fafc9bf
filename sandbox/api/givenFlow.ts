import { actionList, type JsonObject, nilUuid } from '../../flow';
import type { Core } from '../core';
import type { GivenFlow } from '../engine/activeflows';
import { storedFlow } from '../engine/storedFlow';
import { notFound } from './apiError';
import { readActions, uuidOf } from './readActions';

/** The flow that a body names by `flow_id`, or gives with `actions`; neither is a flow without actions. */
export function givenFlow(core: Core, body: JsonObject): GivenFlow {
  const flowId = uuidOf(body, 'flow_id');
  if (flowId === nilUuid) {
    const saved = actionList(readActions(core, body), '', ['actions']);
    return { flowId: core.newId(), saved, onCompleteFlowId: nilUuid };
  }
  const flow = storedFlow(core.store, flowId);
  if (!flow) throw notFound('FLOW_NOT_FOUND');
  return flow;
}
