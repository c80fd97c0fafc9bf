import { addressKeys, type FlowModel, type JsonNode, member } from '../../flow';
import { mainScope } from './sentFlow';

/** A value of a document that VoIPbin cannot read, and that is not silently sent as another one. */
export interface Unsendable {
  /** Of the value, in UTF-16 code units. */
  readonly offset: number;
  /** User text: what is wrong, what happens, what to do. */
  readonly problem: string;
}

/**
 * The first value that cannot go out as the document has it; undefined when everything can.
 *
 * VoIPbin refuses the whole request for a value of another type than its field. Source: Go's encoding/json into the bodies of
 * bin-api-manager/server/flows.go PostFlows, calls.go PostCalls, activeflows.go PostActiveflows. Null counts as not set.
 */
export function findUnsendable(model: FlowModel, doing: 'run' | 'registered'): Unsendable | undefined {
  const { root } = model;
  const found = root?.type === 'object' ? (doing === 'run' ? ofCall(root) : ofFlow(root)) : [];
  const list = mainScope(model)?.list;
  // Megabytes of text have hardly a number of that kind.
  if (list && huge.test(model.text)) found.push(...numbersBeyond(list));
  return found.sort((a, b) => a.offset - b.offset)[0];
}

const huge = /\d[eE]\+?\d{3}|\d{300}/;

const ofFlow = (root: JsonNode) => ['name', 'detail', 'on_complete_flow_id'].flatMap((key) => notText(root, key, key));

function ofCall(root: JsonNode): Unsendable[] {
  const [source, destinations, variables] = ['source', 'destinations', 'variables'].map((key) => member(root, key));
  return [
    ...['flow_id', 'anonymous', 'webhook_uri', 'webhook_method'].flatMap((key) => notText(root, key, key)),
    ...(source ? ofAddress(source, 'source') : []),
    ...(destinations
      ? (notA(destinations, 'array', 'destinations') ??
        destinations.children.flatMap((address, position) => ofAddress(address, `destinations[${position}]`)))
      : []),
    ...(variables
      ? (notA(variables, 'object', 'variables') ??
        variables.children.flatMap((value) => notA(value, 'string', `variables.${value.key?.name}`) ?? []))
      : []),
  ];
}

function ofAddress(node: JsonNode, name: string): Unsendable[] {
  return notA(node, 'object', name) ?? addressKeys.flatMap((key) => notText(node, key, `${name}.${key}`));
}

function notText(parent: JsonNode, key: string, name: string): Unsendable[] {
  const node = member(parent, key);
  return (node && notA(node, 'string', name)) ?? [];
}

const words = {
  string: ['a string', 'Put it in quotes or remove it.'],
  array: ['an array', 'Put it into [ … ].'],
  object: ['an object', 'Put it into { … }.'],
} as const;

/** Undefined for a node of that type; nothing to say about null, which counts as not set. */
function notA(node: JsonNode, type: keyof typeof words, name: string): Unsendable[] | undefined {
  if (node.type === type) return undefined;
  if (node.type === 'null' || node.type === 'missing') return [];
  const [what, next] = words[type];
  return [{ offset: node.offset, problem: `\`${name}\` is not ${what}, so VoIPbin refuses the request. ${next}` }];
}

function numbersBeyond(node: JsonNode): Unsendable[] {
  if (node.type !== 'number') return node.children.flatMap(numbersBeyond);
  if (Number.isFinite(node.value)) return [];
  const problem = 'This number is too large, so VoIPbin refuses the request. Write a smaller one.';
  return [{ offset: node.offset, problem }];
}
