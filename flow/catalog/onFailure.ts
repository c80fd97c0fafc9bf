import type { ActionEntry } from './action';

// What happens when an action fails depends on the service that runs it, not on the action.

/** An action of the call manager that fails: the caller does not notice it, and the next action runs. */
export const skipsAction: ActionEntry['onFailure'] = {
  effect: 'skip-action',
  source: 'bin-call-manager/pkg/callhandler/action.go:145-149 actionExecute',
};

/** An action of the flow manager that fails: the flow stops, and a call is hung up. */
export const stopsFlow: ActionEntry['onFailure'] = {
  effect: 'abort-flow',
  source: 'bin-flow-manager/pkg/activeflowhandler/execute.go:105-111; bin-call-manager/pkg/callhandler/event.go:62-83',
};

/** An action of the flow manager whose error is only logged: the next action runs. */
export const ignoresError = (source: string): ActionEntry['onFailure'] => ({ effect: 'ignored', source });
