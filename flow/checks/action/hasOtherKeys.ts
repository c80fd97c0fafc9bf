import type { ActionNode } from '../../model/flowModel';

/** Whether an action may have more keys than the model has found in it: unknown ones, or one of its own twice. Nearly all have not. */
export function hasOtherKeys({ node, typeNode, idNode, nextNode, optionNode }: ActionNode): boolean {
  const own = (typeNode ? 1 : 0) + (idNode ? 1 : 0) + (nextNode ? 1 : 0) + (optionNode ? 1 : 0);
  return node.children.length > own;
}
