import type { Place } from '../json/place';
import type { FlowModel } from '../model/flowModel';
import { listFlowChoices } from './document/listFlowChoices';

/** The lists of actions that VoIPbin never reads, since a `flow_id` beside them wins: nothing in them is judged. Undefined where there are none. */
export function listUnread(model: FlowModel): readonly Place[] | undefined {
  let found: Place[] | undefined;
  for (const { namesFlow, flowId, actions } of listFlowChoices(model)) {
    if (!namesFlow || !flowId || actions?.type !== 'array') continue;
    found ??= [];
    found.push(actions);
  }
  return found;
}

/**
 * Whether a finding stands even in actions that are not read: text that is not JSON, and in the body of `POST /activeflows` an action without a
 * type, since the corpus of real documents judges that request as refused. The source says otherwise (`servicehandler/activeflows.go`
 * `ActiveflowCreate` makes no flow where there is a `flow_id`), so that nothing more is said there.
 */
export function standsUnread({ shape }: FlowModel, code: string): boolean {
  return code === 'json-syntax' || (code === 'missing-type' && shape === 'activeflow');
}

/** Whether something stands within one of the places; on its outer edge is outside. */
export function isWithin(places: readonly Place[], { offset, end }: Place): boolean {
  return places.some((place) => place.offset < offset && end <= place.end);
}
