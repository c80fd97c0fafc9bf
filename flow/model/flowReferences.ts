import { type JsonNode, textOf } from '../json/node';
import type { ActionNode } from './actionNode';
import { listOptions } from './listOptions';
import { perModel } from './perModel';
import { givenId } from './uuid';

/** A value that names a flow of the account. */
export interface FlowReference {
  readonly node: JsonNode;
  /** Canonical. */
  readonly id: string;
  /** Undefined for the keys of the document. */
  readonly action: ActionNode | undefined;
  /** Whether the other flow sees the variables of this one, or a copy of them. */
  readonly sharesVariables: boolean;
}

/** The values of a document that name a flow, in the order of the text. A value with a variable, or one that is not a UUID, names no flow. */
export const flowReferences = perModel((model): readonly FlowReference[] => {
  const found = listOptions(model, ({ refersTo }) => refersTo === 'flow').flatMap(
    ({ node, field, action }): FlowReference[] => {
      const id = givenId(textOf(node));
      return id === undefined ? [] : [{ node, id, action, sharesVariables: field.ownVariables !== true }];
    },
  );
  return found.sort((a, b) => a.node.offset - b.node.offset);
});
