import type { Effect } from './field';

/** The service that runs an action. */
export type Runner = 'call-manager' | 'flow-manager';

export interface OnFailure {
  readonly effect: Effect;
  readonly source: string;
}

/** What happens when an action fails, by the service that runs it. An action of the call manager becomes the action of its call. */
export const onFailureOf: Readonly<Record<Runner, OnFailure>> = {
  // The caller does not notice it, and the next action runs.
  'call-manager': {
    effect: 'skip-action',
    source: 'bin-call-manager/pkg/callhandler/action.go:145-149 actionExecute',
  },
  // The flow stops, and a call is hung up.
  'flow-manager': {
    effect: 'abort-flow',
    source:
      'bin-flow-manager/pkg/activeflowhandler/execute.go:105-111; bin-call-manager/pkg/callhandler/event.go:62-83',
  },
};

/** An action whose error is only logged: the next action runs. */
export const ignoresError = (source: string): OnFailure => ({ effect: 'ignored', source });
