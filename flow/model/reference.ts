import { type JsonNode, textOf } from '../json/node';
import { readActionId } from './actionName';
import type { ActionNode } from './actionNode';

export type ReferenceKind = 'next' | 'jump' | 'case' | 'default' | 'false';

/** A value that names an action. */
export interface Reference {
  readonly from: ActionNode;
  readonly node: JsonNode;
  readonly kind: ReferenceKind;
  /** In the form of the actions: a canonical UUID, or a name in a document that may have names. Undefined if the value is neither. */
  readonly id: string | undefined;
  /** The value of the variable that leads here, for `case`. */
  readonly caseKey: string | undefined;
}

export function readReference(from: ActionNode, node: JsonNode, kind: ReferenceKind): Reference {
  const text = textOf(node);
  const id = text === undefined ? undefined : readActionId(text, from.scope.names);
  return { from, node, kind, id, caseKey: kind === 'case' ? node.key?.name : undefined };
}
