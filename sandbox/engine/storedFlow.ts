import { actionList, perObject } from '../../flow';
import { toSaved } from '../resources/action';
import type { Flow } from '../resources/flow';
import type { Store } from '../store/store';
import type { GivenFlow } from './activeflows';

/** The lists of stored flows. A changed flow gets new actions; the old ones are never changed. */
const prepared = perObject((actions: Flow['actions']) => actionList(actions.map(toSaved), '', ['actions']));

/** A stored flow, ready to run; undefined when there is none with the id. */
export function storedFlow({ flows }: Store, id: string): GivenFlow | undefined {
  const flow = flows.get(id);
  if (!flow) return undefined;
  return { flowId: flow.id, saved: prepared(flow.actions), onCompleteFlowId: flow.on_complete_flow_id };
}
