import type { Field } from '../catalog/field';
import type { JsonNode } from '../json/node';
import type { ActionNode } from './actionNode';
import type { AddressNode } from './addressNode';

/** One key with its value; also one item of a list or map in an option. */
export interface OptionNode {
  /** Its value. */
  readonly node: JsonNode;
  /** What the catalog says about it. Undefined for an unknown name. */
  readonly field: Field | undefined;
  /** The fields that may be beside it; undefined for items of lists and maps. */
  readonly siblings: readonly Field[] | undefined;
  /** The action it belongs to; undefined for the document's own keys. */
  readonly action: ActionNode | undefined;
  /** The address it is a part of. */
  readonly address: AddressNode | undefined;
}
