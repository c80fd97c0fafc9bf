import { addressKeys, type FlowModel, givenId, type JsonNode, member, textMembers, textOf, toValue } from '../../flow';
import type { AddressBody, GroupMethods } from '../api/bodies';
import { mainScope } from './sentFlow';

/** What a document says about the call that it could be run as; whatever is undefined has to be asked or left out. */
export interface CallSubject {
  /** The flow has actions in the document. */
  readonly hasActions: boolean;
  /** A stored flow that the document names instead of actions, or before them: VoIPbin lets it win. */
  readonly flowId: string | undefined;
  readonly source: AddressBody | undefined;
  readonly destinations: readonly AddressBody[] | undefined;
  readonly anonymous: string | undefined;
  readonly variables: Readonly<Record<string, string>>;
  /** The file is the body of a group call. */
  readonly group: GroupMethods | undefined;
  /** Where the events of an activeflow go, beside its flow. */
  readonly webhook: { readonly webhook_uri?: string; readonly webhook_method?: string };
}

export type ReadSubject = { readonly subject: CallSubject } | { readonly problem: string };

/** Reads what can be run; or a sentence on why there is nothing, which ends in what to do. */
export function readCallSubject(model: FlowModel): ReadSubject {
  const { root, shape } = model;
  if (shape === 'action') {
    return { problem: 'This file has a single action. Put it into an array: [ … ], then run it.' };
  }
  const flowId = givenId(textOf(member(root, 'flow_id')));
  const hasActions = (mainScope(model)?.actions.length ?? 0) > 0;
  if (!hasActions && flowId === undefined) {
    const many = model.scopes.filter(({ owner }) => !owner).length > 1;
    return {
      problem: many
        ? 'This file has several flows. Put the one to run into its own file.'
        : 'This file has no actions to run. Add one to "actions".',
    };
  }
  const destinations = member(root, 'destinations');
  const variables = member(root, 'variables');
  return {
    subject: {
      hasActions,
      flowId,
      source: addressIn(member(root, 'source')),
      destinations:
        destinations?.type === 'array'
          ? destinations.children.flatMap((address) => addressIn(address) ?? [])
          : undefined,
      anonymous: textOf(member(root, 'anonymous')),
      variables: textMembers(variables && toValue(variables)),
      group: shape === 'groupcall' ? textsAt(root, ['ring_method', 'answer_method']) : undefined,
      webhook: textsAt(root, ['webhook_uri', 'webhook_method']),
    },
  };
}

/** The address that a node holds; undefined for what is none. */
export function addressIn(node: JsonNode | undefined): AddressBody | undefined {
  const type = textOf(member(node, 'type'));
  if (type === undefined) return undefined;
  return { ...textsAt(node, addressKeys), type };
}

/** The members of an object that are texts, of those with these keys. */
function textsAt<K extends string>(node: JsonNode | undefined, keys: readonly K[]): { [key in K]?: string } {
  const members = keys.flatMap((key) => {
    const text = textOf(member(node, key));
    return text === undefined ? [] : [[key, text] as const];
  });
  return Object.fromEntries(members) as { [key in K]?: string };
}
