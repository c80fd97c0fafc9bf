import { actionKeys } from '../catalog/actionKeys';
import { findShape } from '../catalog/documents';
import type { Field } from '../catalog/field';
import { firstIndex } from '../collections/firstIndex';
import { foldKey } from '../json/foldKey';
import { isClosed, isContainer, type JsonKey, type JsonNode, keyOffset } from '../json/node';
import type { ActionNode, FlowModel, OptionNode, Scope } from './flowModel';
import { perModel } from './perModel';

/** What is at an offset. Every feature begins with this question. */
export interface Location {
  readonly offset: number;
  /** `key`: on a property's name. `value`: on a value that is not a container, or on a key's missing value. `gap`: between things. */
  readonly at: 'key' | 'value' | 'gap';
  /** The value under the offset; for `key` the value that the key names; for `gap` undefined. */
  readonly node: JsonNode | undefined;
  readonly key: JsonKey | undefined;
  /** The innermost object or array around. */
  readonly container: JsonNode | undefined;
  /** The innermost action around. */
  readonly action: ActionNode | undefined;
  /** The innermost list of actions around. */
  readonly scope: Scope | undefined;
  /** What the catalog says about the key or value. */
  readonly field: Field | undefined;
  readonly option: OptionNode | undefined;
}

interface Index {
  readonly actions: Lookup<ActionNode>;
  readonly scopes: Lookup<Scope>;
  readonly options: Lookup<OptionNode>;
}

/** What a node of the tree means. Undefined if it is something else. */
type Lookup<T> = (node: JsonNode) => T | undefined;

/** From nodes of the tree to what they mean. */
export const indexOf = perModel(
  ({ actions, scopes, options }): Index => ({
    actions: lookUp(actions, ({ node }) => node),
    scopes: lookUp(scopes, ({ list }) => list),
    options: lookUp(options, ({ node }) => node),
  }),
);

/** Searches a list in the order of the text. For a large document, making a map takes longer than all searches of a feature. */
function lookUp<T extends {}>(list: readonly T[], nodeOf: (item: T) => JsonNode): Lookup<T> {
  return (node) => {
    const item = list[firstIndex(list, (other) => nodeOf(other).offset >= node.offset)];
    return item !== undefined && nodeOf(item) === node ? item : undefined;
  };
}

/** The field whose value a node is; undefined for items of a list and for what no option stands for. */
export function fieldAt(model: FlowModel, node: JsonNode | undefined): Field | undefined {
  return node && indexOf(model).options(node)?.field;
}

/** What is at an offset (UTF-16 code units). Any offset gives an answer; outside the document's value everything is undefined. */
export function locate(model: FlowModel, offset: number): Location {
  const index = indexOf(model);
  let container: JsonNode | undefined;
  let node = model.root;
  let key: JsonKey | undefined;
  let at: Location['at'] = 'gap';
  while (node && offset >= node.offset && offset <= node.end) {
    if (!isContainer(node)) {
      at = 'value';
      break;
    }
    // The outer side of a bracket is not inside.
    if (offset === node.offset || (offset === node.end && isClosed(model.text, node))) {
      node = undefined;
      break;
    }
    container = node;
    const child: JsonNode | undefined = childAt(model.text, container, offset);
    key = child?.key;
    if (child?.key && offset >= child.key.offset && offset <= child.key.end) {
      at = 'key';
      node = child;
      break;
    }
    node = child;
    if (child?.type === 'missing') {
      at = 'value';
      break;
    }
  }
  if (at === 'gap') {
    node = undefined;
    key = undefined;
  }
  let action: ActionNode | undefined;
  let scope: Scope | undefined;
  for (let up = container; up && !(action && scope); up = up.parent) {
    action ??= index.actions(up);
    scope ??= index.scopes(up);
  }
  const option = node && index.options(node);
  return {
    offset,
    at,
    node,
    key,
    container,
    action,
    scope,
    field: option?.field ?? fieldIn(model, container, key, action),
    option,
  };
}

/** The fields that the keys of an object may name. Undefined if the catalog does not say. */
export function fieldsOf(model: FlowModel, object: JsonNode): readonly Field[] | undefined {
  const index = indexOf(model);
  if (object === model.body) return findShape(model.shape)?.fields;
  if (index.actions(object)) return actionKeys;
  const owner = object.parent && index.actions(object.parent);
  if (owner && owner.optionNode === object) return owner.definition?.fields;
  const option = index.options(object);
  if (option?.field?.fields) return option.field.fields;
  // Items of an array of addresses are not in the list.
  const list = object.parent && index.options(object.parent);
  return list?.field?.item?.fields;
}

function fieldIn(
  model: FlowModel,
  container: JsonNode | undefined,
  key: JsonKey | undefined,
  action: ActionNode | undefined,
) {
  if (!container || !key) return undefined;
  if (action && container === action.option) return action.definition?.field(foldKey(key.name));
  const name = foldKey(key.name);
  return fieldsOf(model, container)?.find((field) => field.name === name);
}

/** The child whose key or value is at the offset, or whose missing value belongs there. */
function childAt(text: string, container: JsonNode, offset: number): JsonNode | undefined {
  for (const child of container.children) {
    const start = keyOffset(child);
    if (offset < start) return undefined;
    if (offset <= child.end) return child;
    // After "key": the value is not there yet, up to the next comma or bracket.
    if (child.type === 'missing' && /^\s*:[^,}\]"]*$/.test(text.slice(child.end, offset))) return child;
  }
  return undefined;
}
