import { findAction } from '../catalog';
import type { ActionDefinition } from '../catalog/action';
import { type JsonNode, member, textOf } from '../json/node';
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
  readonly typeNode: JsonNode | undefined;
  readonly idNode: JsonNode | undefined;
  readonly nextNode: JsonNode | undefined;
  /** The `option` value, whatever its type. */
  readonly optionNode: JsonNode | undefined;

  constructor(
    readonly scope: Scope,
    /** The object in the text. */
    readonly node: JsonNode,
    /** Place in `scope.actions`. */
    readonly order: number,
  ) {
    this.typeNode = member(node, 'type');
    this.idNode = member(node, 'id');
    this.nextNode = member(node, 'next_id');
    this.optionNode = member(node, 'option');
    const type = textOf(this.typeNode);
    this.definition = type === undefined ? undefined : findAction(type);
    const id = textOf(this.idNode);
    const canonical = id === undefined ? undefined : canonicalUuid(id);
    this.id = canonical === nilUuid ? undefined : canonical;
  }

  /** Place in its list in the text, from 0, items that are no objects counted. */
  get position(): number {
    return this.scope.fragment ? 0 : this.node.index;
  }

  get type(): string | undefined {
    return this.definition ? this.definition.type : textOf(this.typeNode);
  }

  /** The `option` value where it is an object. */
  get option(): JsonNode | undefined {
    return this.optionNode?.type === 'object' ? this.optionNode : undefined;
  }
}
