import {
  type ActionNode,
  actionAtPath,
  canonicalUuid,
  type FlowModel,
  finishId,
  limits,
  type Path,
  startId,
} from '../../flow';
import { parseTime } from '../api/parseTime';
import type { Activeflow } from '../api/resources';
import { branchText, toward } from './decisionText';
import type { RunTrace, TraceStep } from './traceModel';
import { whySkipped } from './whySkipped';

export interface TraceSource {
  /** The document as it was sent. */
  readonly model: FlowModel;
  readonly pathById: ReadonlyMap<string, Path>;
  /** When the run began, in milliseconds since 1970 by the server's clock. */
  readonly startedAt: number | undefined;
}

type ExecutedAction = Activeflow['executed_actions'][number];

/**
 * The way that an activeflow has taken, as far as VoIPbin tells it.
 *
 * Told are the actions with their options as they ran, not what decided: that is worked out from what came next. `executed_actions` holds
 * what is over, beginning with the place before the first action; its length is the number of executions.
 * Source: bin-flow-manager/pkg/activeflowhandler/db.go updateCurrentAction.
 */
export function traceOfActiveflow(activeflow: Activeflow, { model, pathById, startedAt }: TraceSource): RunTrace {
  const { executed_actions: executed, current_action: current, status } = activeflow;
  const all = [...executed, ...(current ? [current] : [])];
  const nodeOf = (action: ExecutedAction | undefined) => actionAtPath(model, pathOf(action, pathById));
  const steps: TraceStep[] = [];
  for (const [position, action] of all.entries()) {
    const { id } = action;
    if (id === finishId || (id === startId && action.type === undefined)) continue;
    const next = all[position + 1];
    const type = action.type ?? nodeOf(action)?.type ?? '';
    const began = parseTime(action.tm_execute);
    steps.push({
      path: pathOf(action, pathById),
      type,
      option: action.option,
      at: began === undefined || startedAt === undefined ? undefined : Math.max(0, began - startedAt),
      skipped: whySkipped(type, activeflow.reference_type),
      ...(next && decisionOf(type, action, next, nodeOf(next))),
    });
  }
  const isRunning = status !== 'ended' && current !== undefined && current.id !== finishId && steps.length > 0;
  return { steps, isRunning, used: executed.length, limit: limits.executions.value };
}

function pathOf(action: ExecutedAction | undefined, pathById: ReadonlyMap<string, Path>): Path | undefined {
  const id = action?.id === undefined ? undefined : canonicalUuid(action.id);
  return id === undefined ? undefined : pathById.get(id);
}

function decisionOf(
  type: string,
  { option }: ExecutedAction,
  { id: nextId }: ExecutedAction,
  target: ActionNode | undefined,
): Pick<TraceStep, 'decided' | 'by'> | undefined {
  const values = typeof option === 'object' && option !== null ? (option as Record<string, unknown>) : {};
  const leadsToNext = (value: unknown) =>
    typeof value === 'string' && nextId !== undefined && canonicalUuid(value) === canonicalUuid(nextId);
  if (type === 'branch') {
    const variable = typeof values.variable === 'string' && values.variable ? values.variable : 'voipbin.call.digits';
    const cases = Object.entries(values.target_ids ?? {}).filter(([, value]) => leadsToNext(value));
    const isDefault = leadsToNext(values.default_target_id);
    const [only] = cases;
    if (only && cases.length === 1 && !isDefault)
      return { decided: branchText(variable, only[0], true, target), by: JSON.stringify(only[0]) };
    return isDefault && cases.length === 0
      ? { decided: branchText(variable, undefined, false, target), by: 'default' }
      : undefined;
  }
  if (type.startsWith('condition_')) {
    return leadsToNext(values.false_target_id)
      ? { decided: `false${toward(target)}`, by: 'false' }
      : { decided: 'true' };
  }
  if (type === 'goto') {
    if (!leadsToNext(values.target_id)) return { decided: 'continues' };
    const { loop_count: count } = values;
    // The engine never writes a count of 0 back, so that 1 stays 1.
    const left = count === 1 ? ' every time' : typeof count === 'number' ? `, count ${count}` : '';
    return { decided: `jumps${left}${toward(target)}`, by: 'goto' };
  }
  return undefined;
}
