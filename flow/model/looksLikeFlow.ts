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
 * A known type is not enough, because other tools have a `call`, a `goto` and a `sleep` too. At least half of the actions must have nothing
 * foreign. Certain is what other tools do not have: an option in an `option`, a UUID as `next_id`, the document around.
 */
export function likenessOfTree(root: JsonNode | undefined): Likeness {
  const actions = listCandidates(root);
  const looks = actions.map(lookOf);
  const foreign = looks.filter((look) => look === 'foreign').length;
  if (root === undefined || looks.length === 0 || foreign * 2 > looks.length) return 'none';
  if (looks.includes('ours') || isAround(root)) return 'certain';
  if (foreign > 0 || !actions.some(isOfTelephony)) return 'none';
  return looks.includes('likely') || hasOnlyKnownKeys(root) ? 'possible' : 'none';
}

function listCandidates(root: JsonNode | undefined): readonly JsonNode[] {
  const shape = detectShape(root);
  if (!root || shape === 'response' || shape === 'unknown') return [];
  if (shape === 'action') return member(root, 'option') ? [root] : [];
  const list = shape === 'list' ? root : member(root, 'actions');
  return list?.type === 'array' ? list.children : [];
}

const own = new Set(actionKeys.map((field) => field.name));

/** `likely`: other tools can write it too. `plain`: there is no evidence for it, and none against it. */
function lookOf(action: JsonNode): 'ours' | 'likely' | 'plain' | 'foreign' {
  const type = textOf(member(action, 'type')) ?? '';
  const definition = findAction(type);
  if (!definition) return 'foreign';
  const isOption = ({ key }: JsonNode) => key !== undefined && definition.field(foldKey(key.name)) !== undefined;
  const option = member(action, 'option');
  if (option?.children.some(isOption) || isUuid(member(action, 'next_id'))) return 'ours';
  const others = [...action.children, ...(option?.children ?? [])].filter(
    ({ key }) => !key || !(own.has(foldKey(key.name)) || isRemark(key.name)),
  );
  const id = member(action, 'id');
  if (!others.every(isOption) || (id && textOf(id) === undefined)) return 'foreign';
  const evidence = [option?.type === 'object', member(action, 'next_id') !== undefined, isUuid(id)];
  const count = evidence.filter(Boolean).length;
  if (count === 0 && others.length === 0) return 'plain';
  return count > 1 || isCompound(type) ? 'ours' : 'likely';
}

const isUuid = (node: JsonNode | undefined) => canonicalUuid(textOf(node) ?? '') !== undefined;

/** Such as `digits_receive`: other tools hardly have the same two words. */
const isCompound = (type: string) => type.includes('_');

const ofTelephony = new Set(['answer', 'hangup', 'talk']);

/** Whether the type alone tells of a call: `play`, `stop` and `fetch` can be the buttons of a player or the steps of a web page. */
function isOfTelephony(action: JsonNode): boolean {
  const type = textOf(member(action, 'type')) ?? '';
  return ofTelephony.has(type) || isCompound(type);
}

/** Keys of bodies that other tools hardly have. */
const keysAround = [
  'flow_id',
  'on_complete_flow_id',
  'ring_method',
  'answer_method',
  'outplan_id',
  'outdial_id',
  'end_handle',
];

/** Whether the document around the actions is VoIPbin's: it has a key of its own, or a party by its address. */
function isAround(root: JsonNode): boolean {
  if (keysAround.some((key) => member(root, key))) return true;
  const parties = [member(root, 'source'), ...(member(root, 'destinations')?.children ?? [])];
  return parties.some((party) => findAddressType(textOf(member(party, 'type')) ?? ''));
}

function hasOnlyKnownKeys(root: JsonNode): boolean {
  const { fields } = findShape(detectShape(root));
  const names = new Set(fields.map((field) => field.name));
  return root.children.every(({ key }) => !key || names.has(foldKey(key.name)) || isRemark(key.name));
}
