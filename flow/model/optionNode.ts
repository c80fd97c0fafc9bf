import type { Field } from '../catalog/field';
import { type JsonNode, nodeAt } from '../json/node';
import { endAt, type JsonType, type Scalar, typeAt, valueAt } from '../json/readRow';
import type { Rows } from '../json/rows';
import type { ActionNode } from './actionNode';
import type { AddressNode } from './addressNode';

/** One key with its value; also one item of a list or map in an option. */
export class OptionNode {
  constructor(
    private readonly rows: Rows,
    readonly row: number,
    /** What the catalog says of it; undefined for a name it does not know. */
    readonly field: Field | undefined,
    /** The fields that may stand beside it; undefined for items of lists and maps. */
    readonly siblings: readonly Field[] | undefined,
    /** The action it belongs to; undefined for the document's own keys. */
    readonly action: ActionNode | undefined,
    /** The address it is a part of. */
    readonly address: AddressNode | undefined,
  ) {}

  get node(): JsonNode {
    return nodeAt(this.rows, this.row);
  }

  /** Where its value ends. */
  get end(): number {
    return endAt(this.rows, this.row);
  }

  /** The JSON type of its value. */
  get type(): JsonType {
    return typeAt(this.rows, this.row);
  }

  /** Its value where that is no container. Checks ask all options this and the two before: none of them makes a node. */
  get value(): Scalar {
    return valueAt(this.rows, this.row);
  }
}
