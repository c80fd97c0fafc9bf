import { isSetFor, readAt } from '../../graph/readAt';
import type { ActionNode, Scope } from '../../model/flowModel';
import { isAction, type Variable } from '../../model/variables';

/** Whether a text in the actions of a `call` gets hardly the value that is meant: that of the flow which makes the call, before the new call exists. */
export function isReadTooEarly({ setters, builtIn }: Variable, action: ActionNode): boolean {
  const point = readAt(action, 'text');
  const deliberate = setters.filter((setter) => !isAction(setter) || isDeliberate(setter));
  const outside = deliberate.filter((setter) => isSetFor(setter, point));
  const isSetInside = deliberate.some(
    (setter) => isAction(setter) && !outside.includes(setter) && isAround(setter.scope, action.scope),
  );
  if (!builtIn || typeof builtIn.setBy !== 'string') return isSetInside && outside.length === 0;
  // A conversation belongs to the calling flow alone.
  if (builtIn.setBy === 'conversation') return false;
  const isGiven = outside.some((setter) => isAction(setter) && setter.type === 'variable_set');
  return !isGiven && (isSetInside || outside.length === 0);
}

/** A key pressed during a `talk` is stored, but no flow relies on it there. */
function isDeliberate(action: ActionNode): boolean {
  return action.definition?.setsByTheWay === undefined;
}

function isAround(scope: Scope, inner: Scope): boolean {
  for (let at: Scope | undefined = inner; at; at = at.owner?.scope) if (at === scope) return true;
  return false;
}
