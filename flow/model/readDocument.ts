import type { ActionDefinition } from '../catalog/action';
import { findShape, type ShapeName } from '../catalog/documents';
import type { Field } from '../catalog/field';
import { foldKey } from '../json/foldKey';
import { type JsonNode, member, nodeAt } from '../json/node';
import { kindAt, memberRow, nameAt, nextAt, textAt } from '../json/readRow';
import { Kind } from '../json/rows';
import { ActionNode, type Scope } from './actionNode';
import { AddressNode } from './addressNode';
import { OptionNode } from './optionNode';
import { type EdgeKind, Reference } from './reference';

/** What a document has, in lists. */
export interface ReadDocument {
  /** The object that holds the document's own keys; undefined for bare lists, single actions and what is no flow. */
  readonly body: JsonNode | undefined;
  /** The lists of actions, each a world of ids of its own, outer before inner. */
  readonly scopes: readonly Scope[];
  /** Every action of every scope, in order of the text. */
  readonly actions: readonly ActionNode[];
  /** The same by type, each group in order of the text; those without a type under `undefined`. */
  readonly actionsByType: ReadonlyMap<string | undefined, readonly ActionNode[]>;
  /** Every key of the body, of options, of addresses and of what is nested in them, in order of the text. */
  readonly options: readonly OptionNode[];
  /**
   * The same by what the catalog says of them, each group in order of the text; those of unknown names under `undefined`.
   *
   * A large flow has thousands of options and about a hundred kinds of them: a check that asks the kind first is done sooner.
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

/** Goes through the rows once and lists what checks and features ask for. */
export function readDocument(root: JsonNode | undefined, shape: ShapeName): ReadDocument {
  const scopes: Scope[] = [];
  const actions: ActionNode[] = [];
  const options: OptionNode[] = [];
  const addresses: AddressNode[] = [];
  const references: Reference[] = [];
  const actionsByType = new Map<string | undefined, ActionNode[]>();
  const optionsByField = new Map<Field | undefined, OptionNode[]>();
  const read = { scopes, actions, actionsByType, options, optionsByField, addresses, references };
  if (!root) return { body: undefined, ...read };
  const { rows } = root;

  // Groups are made here, where what goes into them is at hand: to come back for it costs as much again in a large document.
  const addOption = (option: OptionNode) => {
    options.push(option);
    addTo(optionsByField, option.field, option);
  };

  const readList = (row: number, owner: ActionNode | undefined, fragment = false) => {
    const list = nodeAt(rows, row);
    const scope: OpenScope = { list, owner, actions: [], strays: [], byId: new Map(), fragment };
    scopes.push(scope);
    if (fragment) addAction(row, scope);
    const end = fragment ? row : nextAt(rows, row);
    for (let item = row + 1; item < end; item = nextAt(rows, item)) {
      if (kindAt(rows, item) === Kind.object) addAction(item, scope);
      else scope.strays.push(nodeAt(rows, item));
    }
    // What is in the actions comes after all of them: they lie together then, for whoever goes from one to the next.
    for (const action of scope.actions) readAction(action);
  };

  const addAction = (row: number, scope: OpenScope) => {
    const action = new ActionNode(scope, row, scope.actions.length);
    scope.actions.push(action);
    if (action.id !== undefined) addTo(scope.byId, action.id, action);
  };

  const readAction = (action: ActionNode) => {
    actions.push(action);
    addTo(actionsByType, action.type, action);
    const { definition, nextRow, optionRow } = action;
    if (nextRow >= 0) references.push(new Reference(action, nextRow, 'next'));
    if (definition && optionRow >= 0 && kindAt(rows, optionRow) === Kind.object)
      readMembers(optionRow, definition.fields, definition, action, undefined);
  };

  const readMembers = (
    row: number,
    fields: readonly Field[],
    definition: ActionDefinition | undefined,
    action: ActionNode | undefined,
    address: AddressNode | undefined,
  ) => {
    const end = nextAt(rows, row);
    for (let at = row + 1; at < end; at = nextAt(rows, at)) {
      const name = nameAt(rows, at) ?? '';
      const field = definition ? definition.field(foldKey(name)) : findField(fields, name);
      addOption(new OptionNode(rows, at, field, fields, action, address));
      if (field) readValue(field, at, action);
    }
  };

  const readValue = (field: Field, row: number, action: ActionNode | undefined) => {
    if (field.format === 'action-id' && action) {
      references.push(new Reference(action, row, edgeOf(field)));
      return;
    }
    const kind = kindAt(rows, row);
    if (kind === Kind.object) {
      if (field.holds === 'address') return readAddress(field, row, action, field.name);
      if (field.kind === 'map' && field.item) return readItems(field, field.item, row, action);
      if (field.fields) return readMembers(row, field.fields, undefined, action, undefined);
    }
    if (kind === Kind.array && field.kind === 'array') {
      if (field.holds === 'actions') return readList(row, action);
      if (field.item) return readItems(field, field.item, row, action);
    }
  };

  const readItems = (field: Field, item: Field, row: number, action: ActionNode | undefined) => {
    const end = nextAt(rows, row);
    for (let at = row + 1; at < end; at = nextAt(rows, at)) {
      if (item.holds === 'address' && kindAt(rows, at) === Kind.object) {
        readAddress(item, at, action, field.name);
        continue;
      }
      addOption(new OptionNode(rows, at, item, undefined, action, undefined));
      readValue(item, at, action);
    }
  };

  const readAddress = (field: Field, row: number, action: ActionNode | undefined, role: string) => {
    const address = new AddressNode(rows, row, action, role, textAt(rows, memberRow(rows, row, 'type')));
    addresses.push(address);
    readMembers(row, field.fields ?? [], undefined, action, address);
  };

  const body = root.type === 'object' && shape !== 'action' && shape !== 'response' ? root : undefined;
  if (shape === 'list') readList(root.row, undefined);
  else if (shape === 'action') readList(root.row, undefined, true);
  else if (body) readMembers(body.row, findShape(shape).fields, undefined, undefined, undefined);
  else if (shape === 'response') for (const list of listsOf(root)) readList(list.row, undefined);
  return { body, ...read };
}

function addTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** The lists of actions in what the server wrote: shown and explained, not judged. */
function listsOf(root: JsonNode): JsonNode[] {
  const resources = root.type === 'array' ? root.children : [root, ...(member(root, 'result')?.children ?? [])];
  return resources.flatMap((resource) => {
    const list = member(resource, 'actions') ?? member(member(resource, 'data'), 'actions');
    return list?.type === 'array' ? [list] : [];
  });
}

function findField(fields: readonly Field[], name: string): Field | undefined {
  const folded = foldKey(name);
  return fields.find((field) => field.name === name) ?? fields.find((field) => field.name === folded);
}

function edgeOf(field: Field): EdgeKind {
  if (field.name === 'default_target_id') return 'default';
  if (field.name === 'false_target_id') return 'false';
  return field.name === '' ? 'case' : 'jump';
}
