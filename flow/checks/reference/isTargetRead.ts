import { type JsonNode, textOf } from '../../json/node';
import { readActionId } from '../../model/actionName';
import type { ActionNode } from '../../model/flowModel';
import { hasVariable } from '../../model/variableUses';

/**
 * Whether VoIPbin can read a target, also one that is absent or null. Otherwise it can read no option of the action: `target-not-uuid` and
 * `option-type` say what happens, and it differs from what the other options would do.
 */
export function isTargetRead(target: JsonNode | undefined, { scope }: ActionNode): boolean {
  if (!target || target.type === 'null') return true;
  const text = textOf(target);
  return text !== undefined && (hasVariable(text) || readActionId(text, scope.names) !== undefined);
}
