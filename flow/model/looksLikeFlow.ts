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

/** Whether the text of a JSON file is a flow, so that the file can be treated as one. Editor, command line and server all use this function. */
export function isFlowText(text: string): boolean {
  return mayBeFlowText(text) && looksLikeFlow(parseJson(text, { allowTrailingComma: true }).root);
}

/**
 * Whether a tree is a flow: its actions look like VoIPbin's. A document that VoIPbin wrote is not a flow.
 *
 * A known type is not enough, because other tools have a `call`, a `goto` and a `sleep` too. At least half of the actions must have nothing
 * foreign, and at least one must have an `option`, a `next_id` or a UUID. Bare types are enough within a document of VoIPbin.
 */
export function looksLikeFlow(root: JsonNode | undefined): boolean {
  const looks = listCandidates(root).map(lookOf);
  const foreign = looks.filter((look) => look === 'foreign').length;
  if (looks.length === 0 || foreign * 2 > looks.length) return false;
  return looks.includes('ours') || (root !== undefined && isAround(root, foreign > 0));
}

function listCandidates(root: JsonNode | undefined): readonly JsonNode[] {
  const shape = detectShape(root);
  if (!root || shape === 'response' || shape === 'unknown') return [];
  if (shape === 'action') return member(root, 'option') ? [root] : [];
  const list = shape === 'list' ? root : member(root, 'actions');
  return list?.type === 'array' ? list.children : [];
}

const own = new Set(actionKeys.map((field) => field.name));

/** `plain`: there is no evidence for it, and none against it. */
function lookOf(action: JsonNode): 'ours' | 'plain' | 'foreign' {
  const definition = findAction(textOf(member(action, 'type')) ?? '');
  if (!definition) return 'foreign';
  const isOption = ({ key }: JsonNode) => key !== undefined && definition.field(foldKey(key.name)) !== undefined;
  const option = member(action, 'option');
  if (option?.children.some(isOption)) return 'ours';
  const others = [...action.children, ...(option?.children ?? [])].filter(
    ({ key }) => !key || !(own.has(foldKey(key.name)) || isRemark(key.name)),
  );
  if (!others.every(isOption)) return 'foreign';
  const known = others.length > 0 || option?.type === 'object' || member(action, 'next_id') !== undefined;
  return known || canonicalUuid(textOf(member(action, 'id')) ?? '') !== undefined ? 'ours' : 'plain';
}

/** Whether the document around bare types is VoIPbin's: it has a flow by its id or a party by its address, or nothing at all is foreign. */
function isAround(root: JsonNode, foreign: boolean): boolean {
  if (member(root, 'flow_id') || member(root, 'on_complete_flow_id')) return true;
  const parties = [member(root, 'source'), ...(member(root, 'destinations')?.children ?? [])];
  if (parties.some((party) => findAddressType(textOf(member(party, 'type')) ?? ''))) return true;
  if (foreign) return false;
  const { fields } = findShape(detectShape(root));
  const names = new Set(fields.map((field) => field.name));
  return root.children.every(({ key }) => !key || names.has(foldKey(key.name)) || isRemark(key.name));
}
