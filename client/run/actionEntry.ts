import { findAction } from '../../flow/catalog';
import type { ActionNode } from '../../flow/model/flowModel';
import { actionLabel } from '../../flow/text/actionLabel';
import type { TimelineEntry } from './timelineEntry';
import type { TraceStep } from './traceModel';

const labelLength = 60;

/** What the timeline says of an action that was executed; `node` is the action in the document, where it is in it. */
export function actionEntry(
  step: Pick<TraceStep, 'skipped' | 'stopped' | 'decided'> | undefined,
  node: ActionNode | undefined,
  type: string,
): Pick<TimelineEntry, 'kind' | 'text' | 'detail'> {
  const text = node ? actionLabel(node, labelLength) : type;
  if (step?.skipped !== undefined) return { kind: 'skipped', text, detail: `skipped: ${step.skipped}` };
  if (step?.stopped !== undefined) return { kind: 'problem', text, detail: `stops the flow: ${step.stopped}` };
  const origin = node ? undefined : findAction(type) ? 'not in this file' : 'unknown type';
  return { kind: 'action', text, detail: step?.decided ?? origin };
}
