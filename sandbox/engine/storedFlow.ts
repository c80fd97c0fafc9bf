import { actionList } from '../../flow/simulator';
import { toSaved } from '../resources/action';
import type { Store } from '../store/store';
import type { GivenFlow } from './activeflows';

/** A stored flow, ready to run; undefined when there is none with the id. */
export function storedFlow({ flows }: Store, id: string): GivenFlow | undefined {
  const flow = flows.get(id);
  if (!flow) return undefined;
  return {
    flowId: flow.id,
    saved: actionList(flow.actions.map(toSaved), '', ['actions']),
    onCompleteFlowId: flow.on_complete_flow_id,
  };
}
