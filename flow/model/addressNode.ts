import type { JsonNode } from '../json/node';
import type { ActionNode } from './actionNode';

export interface AddressNode {
  readonly node: JsonNode;
  readonly action: ActionNode | undefined;
  /** The option or body key that holds it: `source` or `destinations`. */
  readonly role: string;
  readonly type: string | undefined;
}
