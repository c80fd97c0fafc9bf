import { type ActionNode, actionLabel, findAction } from '../../flow';
import { executedLabel } from './executedLabel';
import type { TimelineEntry } from './timelineEntry';
import type { TraceStep } from './traceModel';

/**
 * What the timeline says of an action that was executed; `node` is the action in the document, where it is in it, `owner` the one for which
 * VoIPbin added it, where that is known.
 */
export function actionEntry(
  step: Pick<TraceStep, 'skipped' | 'stopped' | 'decided' | 'option'> | undefined,
  node: ActionNode | undefined,
  type: string,
  owner?: ActionNode,
): Pick<TimelineEntry, 'kind' | 'text' | 'detail'> {
  const text = executedLabel(type, node, step?.option);
  if (step?.skipped !== undefined) return { kind: 'skipped', text, detail: `skipped: ${step.skipped}` };
  if (step?.stopped !== undefined) return { kind: 'problem', text, detail: `stops the flow: ${step.stopped}` };
  const origin = node ? undefined : originOf(type, owner);
  return { kind: 'action', text, detail: step?.decided ?? origin };
}

function originOf(type: string, owner: ActionNode | undefined): string {
  if (owner) return `added by VoIPbin for ${actionLabel(owner)}`;
  return findAction(type) ? 'not in this file' : 'unknown type';
}
