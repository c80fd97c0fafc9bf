import { findAction } from '../catalog';
import { actionKeys } from '../catalog/actionKeys';
import { type ShapeName, toldShapes } from '../catalog/documents';
import { foldKey } from '../json/foldKey';
import { type JsonNode, member, textOf } from '../json/node';

/** What kind of document a tree is, decided by its top-level keys. */
export function detectShape(root: JsonNode | undefined): ShapeName {
  if (!root) return 'unknown';
  if (root.type === 'array') return isServerOutput(root.children[0]) ? 'response' : 'list';
  if (root.type !== 'object') return 'unknown';
  const has = (...names: string[]) => names.some((name) => member(root, name) !== undefined);
  if (isServerOutput(root)) return 'response';
  const told = toldShapes.find(({ tells = [] }) => has(...tells));
  if (!told?.tellsBesideType && isAction(root)) return 'action';
  if (told) return told.name;
  if (!has('actions')) return has('name') && has('on_complete_flow_id') ? 'flow' : 'unknown';
  if (has('name', 'detail', 'on_complete_flow_id')) return 'flow';
  return 'actions';
}

/** Keys that only the server writes: timestamps of a resource, the state of an activeflow, a page, an event. */
function isServerOutput(node: JsonNode | undefined): boolean {
  if (node?.type !== 'object') return false;
  const has = (name: string) => member(node, name) !== undefined;
  if (has('executed_actions') || has('current_action') || has('push_actions')) return true;
  if (member(node, 'result')?.type === 'array' && !has('actions')) return true;
  if (isEvent(node)) return true;
  return has('tm_create') && (has('actions') || has('id'));
}

/** Keys of webhooks: the name of an event, and the resource. An action with an option of this name beside its type is not an event. */
function isEvent(node: JsonNode): boolean {
  const type = textOf(member(node, 'type'));
  if (type === undefined || findAction(type) || member(node, 'option')) return false;
  return member(node, 'data')?.type === 'object';
}

function isAction(node: JsonNode): boolean {
  const type = textOf(member(node, 'type'));
  if (member(node, 'actions')) return false;
  if (type !== undefined && findAction(type)) return true;
  if (type === undefined && member(node, 'option')?.type !== 'object') return false;
  return node.children.every((child) => ownKeys.has(foldKey(child.key?.name ?? '')));
}

const ownKeys = new Set(actionKeys.map((field) => field.name));
