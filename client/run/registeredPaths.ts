import { canonicalUuid, type FlowModel, type Path, pathOf } from '../../flow';
import type { Flow } from '../api/resources';
import { mainScope } from './sentFlow';

/** Where the actions of a registered flow stand in a document: at the same position, as long as they have the same types. */
export function registeredPaths(model: FlowModel, flow: Flow | undefined): ReadonlyMap<string, Path> {
  const scope = mainScope(model);
  const pairs = (flow?.actions ?? []).flatMap(({ id, type }, position) => {
    const action = scope?.actions[position];
    const canonical = id === undefined ? undefined : canonicalUuid(id);
    return action && canonical !== undefined && action.type === type ? [[canonical, pathOf(action.node)] as const] : [];
  });
  return new Map(pairs);
}
