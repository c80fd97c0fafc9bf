import type { ActionNode } from '../../model/flowModel';

/**
 * What happens because of a type that VoIPbin does not accept, as a sentence.
 *
 * Types inside a `call` are looked at when it runs. Source: `actionhandler/action.go` `ValidateActions`; `activeflowhandler/actionhandle.go` `actionHandleCall`.
 */
export function describeRefused(action: ActionNode): string {
  return action.scope.owner
    ? 'When the `call` around it runs, VoIPbin refuses it and the flow stops there.'
    : 'The API refuses the whole request with 400 INVALID_ACTION_TYPE.';
}
