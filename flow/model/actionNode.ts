import { findAction } from '../catalog';
import type { ActionDefinition } from '../catalog/action';
import { type JsonNode, nodeAt } from '../json/node';
import { memberRow, textAt, typeAt } from '../json/readRow';
import type { Rows } from '../json/rows';
import { canonicalUuid, nilUuid } from './uuid';

/** A list of actions. No id of one scope can be reached from another (source: `actionHandleCall` makes a flow of its own). */
export interface Scope {
  readonly list: JsonNode;
  /** The `call` action whose new call runs this list; undefined for the document's own list. */
  readonly owner: ActionNode | undefined;
  readonly actions: readonly ActionNode[];
  /** Items that are no objects. */
  readonly strays: readonly JsonNode[];
  /** Actions by canonical id; a list, since duplicates matter. */
  readonly byId: ReadonlyMap<string, readonly ActionNode[]>;
  /** A part of a flow that is not here: its references cannot be resolved. */
  readonly fragment: boolean;
}

/** An object in a list of actions, with its own keys as the engine finds them. */
export class ActionNode {
  /** Undefined where the type is missing or unknown. */
  readonly definition: ActionDefinition | undefined;
  /** Canonical; undefined where there is none, where it is no UUID and where it is the empty UUID. */
  readonly id: string | undefined;
  readonly typeRow: number;
  readonly idRow: number;
  readonly nextRow: number;
  readonly optionRow: number;

  constructor(
    readonly scope: Scope,
    readonly row: number,
    /** Place in `scope.actions`. */
    readonly order: number,
  ) {
    const { rows } = this;
    this.typeRow = memberRow(rows, row, 'type');
    this.idRow = memberRow(rows, row, 'id');
    this.nextRow = memberRow(rows, row, 'next_id');
    this.optionRow = memberRow(rows, row, 'option');
    const type = textAt(rows, this.typeRow);
    this.definition = type === undefined ? undefined : findAction(type);
    const id = textAt(rows, this.idRow);
    const canonical = id === undefined ? undefined : canonicalUuid(id);
    this.id = canonical === nilUuid ? undefined : canonical;
  }

  get rows(): Rows {
    return this.scope.list.rows;
  }

  /** The object in the text. */
  get node(): JsonNode {
    return nodeAt(this.rows, this.row);
  }

  /** Place in its list in the text, from 0, items that are no objects counted. */
  get position(): number {
    return this.scope.fragment ? 0 : this.node.index;
  }

  get type(): string | undefined {
    return this.definition ? this.definition.type : textAt(this.rows, this.typeRow);
  }

  get typeNode(): JsonNode | undefined {
    return this.nodeOf(this.typeRow);
  }

  get idNode(): JsonNode | undefined {
    return this.nodeOf(this.idRow);
  }

  get nextNode(): JsonNode | undefined {
    return this.nodeOf(this.nextRow);
  }

  /** The `option` value, whatever its type. */
  get optionNode(): JsonNode | undefined {
    return this.nodeOf(this.optionRow);
  }

  /** The `option` value where it is an object. */
  get option(): JsonNode | undefined {
    return this.optionRow >= 0 && typeAt(this.rows, this.optionRow) === 'object' ? this.optionNode : undefined;
  }

  private nodeOf(row: number): JsonNode | undefined {
    return row < 0 ? undefined : nodeAt(this.rows, row);
  }
}
