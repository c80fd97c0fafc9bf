import type { JsonNode } from '../json/node';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { meaningOf } from './meaningOf';

/**
 * The parts of an action that differ from before: `type`, the names of options. Where it leads is not among them, nor its
 * id, nor the list of a new call: the picture shows those. An id that names no action leads nowhere, before and after.
 */
export function changedParts(then: Side, now: Side): readonly string[] {
  const parts = [...new Set([...namesOf(then.action), ...namesOf(now.action)])].filter(
    (name) => !leads(then, name) && !leads(now, name),
  );
  const changed = parts.filter((name) => textOfPart(then.action, name) !== textOfPart(now.action, name));
  return then.action.type === now.action.type ? changed : ['type', ...changed];
}

export interface Side {
  readonly model: FlowModel;
  readonly action: ActionNode;
}

const namesOf = ({ option }: ActionNode) => (option?.children ?? []).flatMap(({ key }) => key?.name ?? []);

const partOf = ({ option }: ActionNode, name: string) =>
  option?.children.filter(({ key }) => key?.name === name).at(-1);

function textOfPart(action: ActionNode, name: string): string | undefined {
  const part = partOf(action, name);
  return part && meaningOf(part);
}

/** Whether an option names actions that are there, or holds some. */
function leads({ model, action }: Side, name: string): boolean {
  const part = partOf(action, name);
  if (!part) return false;
  const isWithin = (node: JsonNode | undefined) => {
    for (let at = node; at; at = at.parent) if (at === part) return true;
    return false;
  };
  return (
    model.references.some(
      ({ from, node, id }) => from === action && id !== undefined && from.scope.byId.has(id) && isWithin(node),
    ) || model.scopes.some(({ owner, list }) => owner === action && isWithin(list))
  );
}
