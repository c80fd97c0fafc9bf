import type { ActionDefinition } from '../catalog/action';
import { findShape, type ShapeName } from '../catalog/documents';
import type { Field } from '../catalog/field';
import { addTo } from '../collections/addTo';
import { type JsonNode, member, textOf } from '../json/node';
import { ActionNode, type Scope } from './actionNode';
import type { AddressNode } from './addressNode';
import type { OptionNode } from './optionNode';
import { type Reference, type ReferenceKind, readReference } from './reference';

/** What a document has, in lists. */
export interface DocumentParts {
  /** The object with the document's own keys. Undefined for bare lists, single actions and documents that are not flows. */
  readonly body: JsonNode | undefined;
  /** The lists of actions, each with its own ids, outer before inner. */
  readonly scopes: readonly Scope[];
  /** Every action of every scope, in the order of the text. */
  readonly actions: readonly ActionNode[];
  /** The same by type, each group in the order of the text. Actions without a type are under `undefined`. */
  readonly actionsByType: ReadonlyMap<string | undefined, readonly ActionNode[]>;
  /** Every key of the body, of options, of addresses and of everything nested in them, in the order of the text. */
  readonly options: readonly OptionNode[];
  /**
   * The same by the field of the catalog, each group in the order of the text. Keys with unknown names are under `undefined`.
   *
   * A large flow has thousands of options of about a hundred kinds, so a check is faster if it asks for the kind.
   */
  readonly optionsByField: ReadonlyMap<Field | undefined, readonly OptionNode[]>;
  readonly addresses: readonly AddressNode[];
  /** Every value that names an action, action by action. */
  readonly references: readonly Reference[];
}

interface OpenScope extends Scope {
  readonly actions: ActionNode[];
  readonly strays: JsonNode[];
  readonly byId: Map<string, ActionNode[]>;
}

/** An action whose number is not known before its turn comes. */
interface NewAction extends ActionNode {
  number: number;
}

/** Goes through the tree once and lists what checks and features need. With `names` an id may be a name. */
export function readDocument(root: JsonNode | undefined, shape: ShapeName, names: boolean): DocumentParts {
  const scopes: Scope[] = [];
  const actions: ActionNode[] = [];
  const options: OptionNode[] = [];
  const addresses: AddressNode[] = [];
  const references: Reference[] = [];
  const actionsByType = new Map<string | undefined, ActionNode[]>();
  const optionsByField = new Map<Field | undefined, OptionNode[]>();
  const read = { scopes, actions, actionsByType, options, optionsByField, addresses, references };
  if (!root) return { body: undefined, ...read };

  // Groups are made here, in the same pass: a second pass would double the time for a large document.
  const addOption = (option: OptionNode) => {
    options.push(option);
    addTo(optionsByField, option.field, option);
  };

  const readList = (list: JsonNode, owner: ActionNode | undefined, fragment = false) => {
    const scope: OpenScope = { list, owner, actions: [], strays: [], byId: new Map(), fragment, names };
    scopes.push(scope);
    for (const item of fragment ? [list] : list.children) {
      if (item.type === 'object') addAction(item, scope);
      else scope.strays.push(item);
    }
    // Options are read after all actions, so that the actions are next to each other in memory for code that goes through them.
    for (const action of scope.actions) readAction(action);
  };

  const addAction = (node: JsonNode, scope: OpenScope) => {
    const action = new ActionNode(scope, node, scope.actions.length);
    scope.actions.push(action);
    if (action.id !== undefined) addTo(scope.byId, action.id, action);
  };

  const readAction = (action: NewAction) => {
    action.number = actions.push(action) - 1;
    addTo(actionsByType, action.type, action);
    const { definition, nextNode, option } = action;
    if (nextNode) references.push(readReference(action, nextNode, 'next'));
    if (definition && option) readMembers(option, definition.fields, definition, action, undefined);
  };

  const readMembers = (
    { children }: JsonNode,
    fields: readonly Field[],
    definition: ActionDefinition | undefined,
    action: ActionNode | undefined,
    address: AddressNode | undefined,
  ) => {
    for (const node of children) {
      const folded = node.key?.folded ?? '';
      const field = definition ? definition.field(folded) : fields.find(({ name }) => name === folded);
      addOption({ node, field, siblings: fields, action, address });
      if (field) readValue(field, node, action);
    }
  };

  const readValue = (field: Field, node: JsonNode, action: ActionNode | undefined) => {
    if (field.format === 'action-id' && action) {
      references.push(readReference(action, node, edgeOf(field)));
      return;
    }
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

  const readItems = (field: Field, item: Field, { children }: JsonNode, action: ActionNode | undefined) => {
    for (const node of children) {
      if (item.holds === 'address' && node.type === 'object') {
        readAddress(item, node, action, field.name);
        continue;
      }
      addOption({ node, field: item, siblings: undefined, action, address: undefined });
      readValue(item, node, action);
    }
  };

  const readAddress = (field: Field, node: JsonNode, action: ActionNode | undefined, role: string) => {
    const address: AddressNode = { node, action, role, type: textOf(member(node, 'type')) };
    addresses.push(address);
    readMembers(node, field.fields ?? [], undefined, action, address);
  };

  const body = root.type === 'object' && shape !== 'action' && shape !== 'response' ? root : undefined;
  if (shape === 'list') readList(root, undefined);
  else if (shape === 'action') readList(root, undefined, true);
  else if (body) readMembers(body, findShape(shape).fields, undefined, undefined, undefined);
  else if (shape === 'response') for (const list of listsOf(root)) readList(list, undefined);
  return { body, ...read };
}

/** The lists of actions in a document that the server wrote: shown and explained, but not checked. */
function listsOf(root: JsonNode): JsonNode[] {
  const resources = root.type === 'array' ? root.children : [root, ...(member(root, 'result')?.children ?? [])];
  return resources.flatMap((resource) => {
    const list = member(resource, 'actions') ?? member(member(resource, 'data'), 'actions');
    return list?.type === 'array' ? [list] : [];
  });
}

function edgeOf(field: Field): ReferenceKind {
  if (field.name === 'default_target_id') return 'default';
  if (field.name === 'false_target_id') return 'false';
  return field.name === '' ? 'case' : 'jump';
}
