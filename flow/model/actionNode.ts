import { findAction } from '../catalog';
import type { ActionDefinition } from '../catalog/action';
import { type JsonNode, member, textOf } from '../json/node';
import { isActionName, readActionId } from './actionName';
import { nilUuid } from './uuid';

/** A list of actions. A jump cannot lead from one scope into another (source: `actionHandleCall` makes a separate flow). */
export interface Scope {
  readonly list: JsonNode;
  /** The `call` action whose new call runs this list; undefined for the document's own list. */
  readonly owner: ActionNode | undefined;
  readonly actions: readonly ActionNode[];
  /** Items that are not objects. */
  readonly strays: readonly JsonNode[];
  /** Actions by the id of `ActionNode`. Lists, because duplicates matter. */
  readonly byId: ReadonlyMap<string, readonly ActionNode[]>;
  /** The rest of the flow is not in the document, so its references cannot be resolved. */
  readonly fragment: boolean;
  /** An id may be a name: the document is a `*.flow.jsonc`. */
  readonly names: boolean;
}

/** An object in a list of actions, with its own keys as the engine finds them. */
export class ActionNode {
  /** Undefined if the type is missing or unknown. */
  readonly definition: ActionDefinition | undefined;
  /**
   * A canonical UUID, or a name in a document that may have names. Undefined if it is missing, if it is neither, or if it is the empty UUID.
   * `plainFlow` has the id that VoIPbin knows the action by.
   */
  readonly id: string | undefined;
  readonly typeNode: JsonNode | undefined;
  readonly idNode: JsonNode | undefined;
  readonly nextNode: JsonNode | undefined;
  /** The `option` value, whatever its type. */
  readonly optionNode: JsonNode | undefined;
  /** Place in the `actions` of the document: what is kept for every action is in an array by it, which is found sooner than in a map. */
  readonly number: number = 0;

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
    const read = id === undefined ? undefined : readActionId(id, scope.names);
    this.id = read === nilUuid ? undefined : read;
  }

  /** Position in its list in the text, from 0, including items that are not objects. */
  get position(): number {
    return this.scope.fragment ? 0 : this.node.index;
  }

  /** The id if it is a name. */
  get name(): string | undefined {
    return this.scope.names && this.id !== undefined && isActionName(this.id) ? this.id : undefined;
  }

  get type(): string | undefined {
    return this.definition ? this.definition.type : textOf(this.typeNode);
  }

  /** The `option` value if it is an object. */
  get option(): JsonNode | undefined {
    return this.optionNode?.type === 'object' ? this.optionNode : undefined;
  }
}
