import { findAction } from '../catalog';
import type { ShapeName } from '../catalog/documents';
import { foldKey } from '../json/foldKey';
import { type JsonNode, member, textOf } from '../json/node';

/** What kind of document a tree is, decided by its top-level keys. */
export function detectShape(root: JsonNode | undefined): ShapeName {
  if (!root) return 'unknown';
  if (root.type === 'array') return isServerOutput(root.children[0]) ? 'response' : 'list';
  if (root.type !== 'object') return 'unknown';
  const has = (...names: string[]) => names.some((name) => member(root, name) !== undefined);
  if (isServerOutput(root)) return 'response';
  if (has('ring_method', 'answer_method')) return 'groupcall';
  if (has('provider_id')) return 'providercall';
  if (has('service_level', 'end_handle', 'outplan_id', 'outdial_id')) return 'campaign';
  // Before the bodies of calls, because options that were written beside `type` have the same names.
  if (isAction(root)) return 'action';
  if (has('source', 'destinations')) return 'call';
  if (has('flow_id', 'webhook_uri', 'webhook_method', 'variables')) return 'activeflow';
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
  return node.children.every((child) => actionKeys.has(foldKey(child.key?.name ?? '')));
}

const actionKeys = new Set(['id', 'next_id', 'type', 'option', 'tm_execute']);
