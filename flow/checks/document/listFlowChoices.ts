import { findShape } from '../../catalog/documents';
import { hasKey, type JsonNode, member, textOf } from '../../json/node';
import { actionsOfType } from '../../model/actionsOfType';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { canonicalUuid, nilUuid } from '../../model/uuid';
import { hasVariable } from '../../model/variableUses';

/** An object that says by `flow_id` or by `actions` what to run: the body of a request, or the option of a `call`. */
export interface FlowChoice {
  /** Undefined where a `call` has no `option`. */
  readonly object: JsonNode | undefined;
  /** Undefined for the body of a request. */
  readonly action: ActionNode | undefined;
  readonly flowId: JsonNode | undefined;
  /** `flow_id` names a flow: it is neither the empty id nor something else that counts as absent. */
  readonly namesFlow: boolean;
  readonly actions: JsonNode | undefined;
  /** Neither key is there, not even one that is still being typed. */
  readonly neither: boolean;
}

/** Every such object of a document, the body first. */
export function listFlowChoices(model: FlowModel): FlowChoice[] {
  const { body, shape } = model;
  const choices: FlowChoice[] = [];
  if (body && findShape(shape).fields.some(({ name }) => name === 'flow_id')) choices.push(choiceIn(body, undefined));
  for (const action of actionsOfType(model, 'call')) {
    if (!action.optionNode || action.option) choices.push(choiceIn(action.option, action));
  }
  return choices;
}

function choiceIn(object: JsonNode | undefined, action: ActionNode | undefined): FlowChoice {
  const flowId = member(object, 'flow_id');
  const actions = member(object, 'actions');
  const text = textOf(flowId) ?? '';
  const id = canonicalUuid(text);
  // Bodies know no variables; in an action a variable may hold the id.
  const namesFlow = id === undefined ? action !== undefined && hasVariable(text) : id !== nilUuid;
  // In a body an empty string counts as absent; in an action it cannot be read at all.
  const empty = !flowId || flowId.type === 'null' || id === nilUuid || (!action && flowId.value === '');
  const beside = action ? action.node : undefined;
  const neither =
    empty &&
    (flowId !== undefined || !hasKey(object, 'flow_id')) &&
    !hasKey(object, 'actions') &&
    !hasKey(beside, 'flow_id') &&
    !hasKey(beside, 'actions');
  return { object, action, flowId, namesFlow, actions, neither };
}
