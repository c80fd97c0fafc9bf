import { type JsonNode, textOf } from '../json/node';
import type { ActionNode } from './actionNode';
import { canonicalUuid } from './uuid';

export type EdgeKind = 'next' | 'jump' | 'case' | 'default' | 'false';

/** A value that names an action. */
export interface Reference {
  readonly from: ActionNode;
  readonly node: JsonNode;
  readonly kind: EdgeKind;
  /** Canonical id; undefined where the value is no UUID. */
  readonly id: string | undefined;
  /** The value of the variable that leads here, for `case`. */
  readonly caseKey: string | undefined;
}

export function readReference(from: ActionNode, node: JsonNode, kind: EdgeKind): Reference {
  const text = textOf(node);
  const id = text === undefined ? undefined : canonicalUuid(text);
  return { from, node, kind, id, caseKey: kind === 'case' ? node.key?.name : undefined };
}
