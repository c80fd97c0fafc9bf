import { type ActionDefinition, findAction } from '../catalog';
import { findShape, type ShapeName } from '../catalog/documents';
import type { Field } from '../catalog/field';
import { type JsonNode, member, textOf } from '../json/node';
import type { ActionNode, AddressNode, EdgeKind, FlowModel, OptionNode, Reference, Scope } from './flowModel';
import { canonicalUuid, nilUuid } from './uuid';

type Read = Pick<FlowModel, 'body' | 'scopes' | 'actions' | 'options' | 'addresses' | 'references'>;
interface OpenScope extends Scope {
  readonly actions: ActionNode[];
  readonly strays: JsonNode[];
  readonly byId: Map<string, ActionNode[]>;
}

/** Walks the tree once and lists what checks and features ask for. */
export function readDocument(root: JsonNode | undefined, shape: ShapeName): Read {
  const scopes: Scope[] = [];
  const actions: ActionNode[] = [];
  const options: OptionNode[] = [];
  const addresses: AddressNode[] = [];
  const references: Reference[] = [];

  const readList = (list: JsonNode, owner: ActionNode | undefined, fragment = false) => {
    const scope: OpenScope = { list, owner, actions: [], strays: [], byId: new Map(), fragment };
    scopes.push(scope);
    if (fragment) return readAction(list, scope);
    for (const item of list.children) {
      if (item.type === 'object') readAction(item, scope);
      else scope.strays.push(item);
    }
  };

  const readAction = (node: JsonNode, scope: OpenScope) => {
    const { type: typeNode, id: idNode, nextId: nextNode, option: optionNode } = keysOfAction(node);
    const written = textOf(typeNode);
    const definition = written === undefined ? undefined : findAction(written);
    // Of equal texts the catalog's own is kept: whoever compares it is done sooner.
    const type = definition ? definition.type : written;
    const id = idOf(idNode);
    const option = optionNode?.type === 'object' ? optionNode : undefined;
    const position = node.parent === scope.list ? node.index : 0;
    const order = scope.actions.length;
    const action: ActionNode = {
      node,
      scope,
      position,
      order,
      typeNode,
      type,
      definition,
      idNode,
      id,
      nextNode,
      optionNode,
      option,
    };
    scope.actions.push(action);
    actions.push(action);
    if (id !== undefined) {
      const same = scope.byId.get(id);
      if (same) same.push(action);
      else scope.byId.set(id, [action]);
    }
    if (nextNode) addReference(action, nextNode, 'next');
    if (option && definition) readMembers(option, definition.fields, definition, action, undefined);
  };

  const readMembers = (
    object: JsonNode,
    fields: readonly Field[],
    definition: ActionDefinition | undefined,
    action: ActionNode | undefined,
    address: AddressNode | undefined,
  ) => {
    for (const node of object.children) {
      const name = node.key?.name ?? '';
      const field = definition ? definition.field(name) : findField(fields, name);
      options.push({ action, address, field, node, siblings: fields });
      if (field) readValue(field, node, action);
    }
  };

  const readValue = (field: Field, node: JsonNode, action: ActionNode | undefined) => {
    if (field.format === 'action-id' && action) return addReference(action, node, edgeOf(field));
    if (node.type === 'object') {
      if (field.holds === 'address') return readAddress(field, node, action, field.name);
      if (field.kind === 'map' && field.item) return readItems(field, field.item, node, action);
      if (field.fields) return readMembers(node, field.fields, undefined, action, undefined);
    }
    if (node.type === 'array' && field.kind === 'array') {
      if (field.holds === 'actions') return readList(node, action);
      if (field.item) return readItems(field, field.item, node, action);
    }
  };

  const readItems = (field: Field, item: Field, node: JsonNode, action: ActionNode | undefined) => {
    for (const child of node.children) {
      if (item.holds === 'address' && child.type === 'object') {
        readAddress(item, child, action, field.name);
        continue;
      }
      options.push({ action, address: undefined, field: item, node: child, siblings: undefined });
      readValue(item, child, action);
    }
  };

  const readAddress = (field: Field, node: JsonNode, action: ActionNode | undefined, role: string) => {
    const address: AddressNode = { node, action, role, type: textOf(member(node, 'type')) };
    addresses.push(address);
    readMembers(node, field.fields ?? [], undefined, action, address);
  };

  const addReference = (from: ActionNode, node: JsonNode, kind: EdgeKind) => {
    const text = textOf(node);
    references.push({
      from,
      node,
      kind,
      caseKey: kind === 'case' ? node.key?.name : undefined,
      id: text === undefined ? undefined : canonicalUuid(text),
    });
  };

  const body = root?.type === 'object' && shape !== 'action' && shape !== 'response' ? root : undefined;
  if (root && shape === 'list') readList(root, undefined);
  else if (root && shape === 'action') readList(root, undefined, true);
  else if (body) {
    const fields = findShape(shape)?.fields ?? [];
    readMembers(body, fields, undefined, undefined, undefined);
  } else if (root && shape === 'response') {
    for (const list of listsOf(root)) readList(list, undefined);
  }
  return { body, scopes, actions, options, addresses, references };
}

interface OwnKeys {
  readonly type: JsonNode | undefined;
  readonly id: JsonNode | undefined;
  readonly nextId: JsonNode | undefined;
  readonly option: JsonNode | undefined;
}

/** The values of an action's own keys, as `member` finds them, in one pass: flows are large and this is asked of every action. */
function keysOfAction(node: JsonNode): OwnKeys {
  let type: JsonNode | undefined;
  let id: JsonNode | undefined;
  let nextId: JsonNode | undefined;
  let option: JsonNode | undefined;
  let unusual = false;
  for (const child of node.children) {
    if (child.type === 'missing') continue;
    const name = child.key?.name;
    if (name === 'id') id = child;
    else if (name === 'type') type = child;
    else if (name === 'option') option = child;
    else if (name === 'next_id') nextId = child;
    else unusual = true;
  }
  if (!unusual) return { type, id, nextId, option };
  for (let at = node.children.length - 1; at >= 0; at--) {
    const child = node.children[at];
    if (!child || child.type === 'missing') continue;
    const folded = child.key?.name.toLowerCase();
    if (folded === 'id') id ??= child;
    else if (folded === 'type') type ??= child;
    else if (folded === 'option') option ??= child;
    else if (folded === 'next_id') nextId ??= child;
  }
  return { type, id, nextId, option };
}

/** The lists of actions in what the server wrote: shown and explained, not judged. */
function listsOf(root: JsonNode): JsonNode[] {
  const resources = root.type === 'array' ? root.children : [root, ...(member(root, 'result')?.children ?? [])];
  return resources.flatMap((resource) => {
    const list = member(resource, 'actions') ?? member(member(resource, 'data'), 'actions');
    return list?.type === 'array' ? [list] : [];
  });
}

function idOf(node: JsonNode | undefined): string | undefined {
  const text = textOf(node);
  const id = text === undefined ? undefined : canonicalUuid(text);
  return id === nilUuid ? undefined : id;
}

function findField(fields: readonly Field[], name: string): Field | undefined {
  const folded = name.toLowerCase();
  return fields.find((field) => field.name === name) ?? fields.find((field) => field.name === folded);
}

function edgeOf(field: Field): EdgeKind {
  if (field.name === 'default_target_id') return 'default';
  if (field.name === 'false_target_id') return 'false';
  return field.name === '' ? 'case' : 'jump';
}
