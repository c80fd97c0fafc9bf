import { type ActionNode, type FlowModel, heldBefore, type ReadBy, readAt } from '../../flow';

/** Whether a variable of the author's has a value when an action reads it, as a sentence. */
export function describeSetBefore(model: FlowModel, name: string, action: ActionNode, by: ReadBy): string {
  const point = readAt(action, by);
  const here = point === action ? 'here' : 'the `call` around it';
  switch (heldBefore(model, name, action, by)) {
    case 'every':
      return `It is set on every way to ${here}.`;
    case 'some':
      return `It is set on some ways to ${here}. On the others it is an empty string.`;
    case 'emptied':
      return `A \`branch\` has emptied it on every way to ${here}: it is an empty string.`;
    case 'none':
      return point.scope.owner
        ? `It is not set on any way to ${here}. It is an empty string: the new call has its own variables.`
        : `It is not set on any way to ${here}. It is an empty string, unless the flow is started with it.`;
  }
}
