import { type JsonNode, nodeAt } from '../json/node';
import type { Rows } from '../json/rows';
import type { ActionNode } from './actionNode';

export class AddressNode {
  constructor(
    private readonly rows: Rows,
    readonly row: number,
    readonly action: ActionNode | undefined,
    /** The option or body key that holds it: `source` or `destinations`. */
    readonly role: string,
    readonly type: string | undefined,
  ) {}

  get node(): JsonNode {
    return nodeAt(this.rows, this.row);
  }
}
