import { findAction } from '../catalog';
import { actionKeys } from '../catalog/actionKeys';
import { findAddressType } from '../catalog/address';
import { findShape } from '../catalog/documents';
import { foldKey } from '../json/foldKey';
import { type JsonNode, member, textOf } from '../json/node';
import { parseJson } from '../json/parse';
import { detectShape } from './detectShape';
import { isRemark } from './isRemark';
import { mayBeFlowText } from './mayBeFlowText';
import { canonicalUuid } from './uuid';

/** `certain`: only VoIPbin writes this. `possible`: a flow can look so, and a file of another tool too: a person decides. */
export type Likeness = 'certain' | 'possible' | 'none';

/** How much the text of a JSON file is like a flow. Editor, command line and server all use this function. */
export function likenessOf(text: string): Likeness {
  return mayBeFlowText(text) ? likenessOfTree(parseJson(text, { allowTrailingComma: true }).root) : 'none';
}

/** Whether the text of a JSON file is a flow for certain, so that it can be treated as one without a question. */
export const isFlowText = (text: string): boolean => likenessOf(text) === 'certain';

/**
 * How much a tree is like a flow: whether its actions look like VoIPbin's. A document that VoIPbin wrote is not a flow.
 *
 * A known type is not enough, because other tools have a `call`, a `goto` and an `email_send` too. At least half of the actions must have
 * nothing foreign. Certain takes two things: an action in VoIPbin's form, and what only VoIPbin has or telephony alone is about.
 */
export function likenessOfTree(root: JsonNode | undefined): Likeness {
  const actions = listCandidates(root);
  const looks = actions.map(lookOf);
  const isStrange = (look: Look) => look === 'unknown' || look === 'foreign';
  const strange = looks.filter(isStrange).length;
  if (root === undefined || looks.length === 0 || strange * 2 > looks.length) return 'none';
  const isFormed = looks.includes('formed');
  const isOfCalls = actions.some(isOfTelephony);
  const isOurs = isAround(root) || (isFormed && isOfCalls) || actions.some((action) => hasOwnField(action, isOfCalls));
  if (isOurs) return actions.some(isOfAnotherTool) ? 'possible' : 'certain';
  if (strange > 0 || !hasOnlyKnownKeys(root)) return 'none';
  const formed = new Set(actions.filter((_, index) => looks[index] === 'formed').map(typeOf));
  if (formed.size > 1 || [...formed].some(isCompound)) return 'certain';
  return isFormed || isOfCalls ? 'possible' : 'none';
}

function listCandidates(root: JsonNode | undefined): readonly JsonNode[] {
  const shape = detectShape(root);
  if (!root || shape === 'response' || shape === 'unknown') return [];
  if (shape === 'action') return member(root, 'option') ? [root] : [];
  const list = shape === 'list' ? root : member(root, 'actions');
  return list?.type === 'array' ? list.children : [];
}

const own = new Set(actionKeys.map((field) => field.name));

/**
 * `formed`: as VoIPbin writes it, with an option in an `option` or a UUID as `next_id`. `plain`: nothing speaks for it, and nothing against it.
 * `unknown`: no type of VoIPbin's. `foreign`: keys that an action of this type does not have.
 */
type Look = 'formed' | 'plain' | 'unknown' | 'foreign';

function lookOf(action: JsonNode): Look {
  const definition = findAction(typeOf(action));
  if (!definition) return 'unknown';
  const option = member(action, 'option');
  const isOption = ({ key }: JsonNode) => key !== undefined && definition.field(foldKey(key.name)) !== undefined;
  if (option?.children.some(isOption) || isUuid(member(action, 'next_id'))) return 'formed';
  const id = member(action, 'id');
  const others = [...foreignKeys(action), ...(option?.children ?? [])];
  if (!others.every(isOption) || (id && textOf(id) === undefined)) return 'foreign';
  const evidence = [option?.type === 'object', member(action, 'next_id') !== undefined, isUuid(id)];
  return evidence.filter(Boolean).length > 1 ? 'formed' : 'plain';
}

const typeOf = (action: JsonNode) => textOf(member(action, 'type')) ?? '';

const isUuid = (node: JsonNode | undefined) => canonicalUuid(textOf(node) ?? '') !== undefined;

const foreignKeys = (action: JsonNode) =>
  action.children.filter(({ key }) => !key || !(own.has(foldKey(key.name)) || isRemark(key.name)));

/** A misspelt type has the form of an action. A type of another tool has its parameters where that tool has them. */
const isOfAnotherTool = (action: JsonNode) => !findAction(typeOf(action)) && foreignKeys(action).length > 0;

/** Types of which other tools hardly have one: `play` and `fetch` are the steps of a web page, `email_send` and `variable_set` those of any automation. */
const ofTelephony = new Set([
  'amd',
  'answer',
  'condition_call_digits',
  'condition_call_status',
  'confbridge_join',
  'conference_join',
  'digits_receive',
  'digits_send',
  'hangup',
  'queue_join',
  'talk',
]);

const isOfTelephony = (action: JsonNode) => ofTelephony.has(typeOf(action));

/** Such as `digits_receive`: other tools hardly have the same two words, and an option of the action too. */
const isCompound = (name: string) => name.includes('_');

/**
 * Whether an action has an option that other tools hardly call by the same two words, such as `stream_urls`, or a party by its address. In a flow for calls it
 * counts beside `type` too, where authors often write it.
 */
function hasOwnField(action: JsonNode, isOfCalls: boolean): boolean {
  const option = member(action, 'option');
  const definition = findAction(typeOf(action));
  const names = [...(option?.children ?? []), ...(isOfCalls ? foreignKeys(action) : [])].map(({ key }) => key?.name);
  return hasParty(option) || names.some((name = '') => isCompound(name) && definition?.field(foldKey(name)));
}

/** Keys of bodies that other tools hardly have. */
const keysAround = ['on_complete_flow_id', 'ring_method', 'answer_method', 'outplan_id', 'outdial_id', 'end_handle'];

/** Whether the document around the actions is VoIPbin's: it has a key of its own, or a party by its address. */
const isAround = (root: JsonNode) => keysAround.some((key) => member(root, key)) || hasParty(root);

/** Whether a source or a destination can be called, and says where. Senders and readers of e-mail have other tools too. */
function hasParty(node: JsonNode | undefined): boolean {
  const parties = [member(node, 'source'), ...(member(node, 'destinations')?.children ?? [])];
  return parties.some((party) => {
    const address = findAddressType(textOf(member(party, 'type')) ?? '');
    return address?.dialable && textOf(member(party, address.uses)) !== undefined;
  });
}

function hasOnlyKnownKeys(root: JsonNode): boolean {
  const shape = detectShape(root);
  if (shape === 'action') return foreignKeys(root).length === 0;
  const names = new Set(findShape(shape).fields.map((field) => field.name));
  return root.children.every(({ key }) => !key || names.has(foldKey(key.name)) || isRemark(key.name));
}
