import type { ActionNode } from '../../model/flowModel';

/** Whether an action may have more keys than the model has found in it: unknown ones, or one of its own twice. Nearly all have not. */
export function hasOtherKeys({ node, typeNode, idNode, nextNode, optionNode }: ActionNode): boolean {
  const own = Number(!!typeNode) + Number(!!idNode) + Number(!!nextNode) + Number(!!optionNode);
  return node.children.length > own;
}
