import type { JsonNode } from '../json/node';
import type { ActionNode } from './actionNode';

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
