import { type JsonNode, nodeAt } from '../json/node';
import { type JsonType, nameAt, textAt, typeAt } from '../json/readRow';
import type { ActionNode } from './actionNode';
import { canonicalUuid } from './uuid';

export type EdgeKind = 'next' | 'jump' | 'case' | 'default' | 'false';

/** A value that names an action. */
export class Reference {
  /** Canonical id; undefined where the value is no UUID. */
  readonly id: string | undefined;

  constructor(
    readonly from: ActionNode,
    readonly row: number,
    readonly kind: EdgeKind,
  ) {
    const text = textAt(from.rows, row);
    this.id = text === undefined ? undefined : canonicalUuid(text);
  }

  get node(): JsonNode {
    return nodeAt(this.from.rows, this.row);
  }

  /** The JSON type of the value. */
  get type(): JsonType {
    return typeAt(this.from.rows, this.row);
  }

  /** The value of the variable that leads here, for `case`. */
  get caseKey(): string | undefined {
    return this.kind === 'case' ? nameAt(this.from.rows, this.row) : undefined;
  }
}
