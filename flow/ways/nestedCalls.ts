import { addressKeys } from '../catalog/address';
import type { JsonObject, JsonValue } from '../json/jsonValue';
import { type JsonNode, member, pathOf, textOf, toValue } from '../json/node';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { plainModel } from '../plain/plainModel';
import { callVariables, type RunInput } from '../simulator';

/** The flow of the calls that an action `call` places, which stands in the action itself. */
export interface NestedCall {
  /** Where the action stands: its position in its list, after those of the calls around it, such as `3` or `3/0`. */
  readonly index: string;
  readonly owner: ActionNode;
  readonly input: RunInput;
}

const callId = '00000000-0000-4000-b000-000000000002';

/**
 * The calls that the actions of a document place with actions of their own, outer before inner, each as the outgoing call to its first
 * destination.
 */
export function nestedCalls(model: FlowModel): readonly NestedCall[] {
  const plain = plainModel(model);
  return model.scopes.flatMap(({ owner }, at) => {
    const list = plain.scopes[at]?.list;
    if (owner?.type !== 'call' || !list) return [];
    const { option } = owner;
    const destination = objectOf(member(option, 'destinations')?.children[0]);
    const source = objectOf(member(option, 'source'));
    const early = member(option, 'early_execution')?.value === true;
    const input: RunInput = {
      actions: toValue(list) as JsonValue,
      path: pathOf(list),
      referenceType: 'call',
      referenceId: callId,
      direction: 'outgoing',
      dials: { destination, early },
      variables: callVariables(callId, source, destination),
    };
    return [{ index: indexOf(owner), owner, input }];
  });
}

function indexOf({ scope, order }: ActionNode): string {
  return scope.owner ? `${indexOf(scope.owner)}/${order}` : String(order);
}

function objectOf(node: JsonNode | undefined): JsonObject {
  if (node?.type !== 'object') return {};
  // VoIPbin finds keys in any case.
  const texts = addressKeys.flatMap((key) => {
    const text = textOf(member(node, key));
    return text === undefined ? [] : [[key, text] as const];
  });
  return Object.fromEntries(texts);
}
