import type { Effect } from '../catalog/field';
import type { ActionNode } from '../model/flowModel';

/**
 * What happens when one value among the options of an action cannot be read, as a sentence. Without an action: one in a request body.
 *
 * The options are decoded together, so one bad value spoils them all. Source: `activeflowhandler/execute.go:105-111`; `callhandler/action.go:145-149`.
 */
export function describeUnreadable(action: ActionNode | undefined): string {
  if (!action) return 'The API refuses the request with 400.';
  return unreadable[action.definition?.onFailure.effect ?? 'none'];
}

const skipped = 'VoIPbin cannot read the options and skips the action.';
const stopped = 'VoIPbin cannot read the options: the flow stops here, and VoIPbin hangs up the call.';

const unreadable: Readonly<Record<Effect, string>> = {
  refused: 'The API refuses the request with 400.',
  'abort-flow': stopped,
  crash: stopped,
  'skip-action': skipped,
  ignored: skipped,
  'always-false': stopped,
  'no-op': skipped,
  default: skipped,
  none: skipped,
};
