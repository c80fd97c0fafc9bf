import { findAction } from '../../catalog';
import { limits } from '../../catalog/limits';
import { runsOn } from '../../catalog/referenceTypes';
import { finishId } from '../../catalog/reservedIds';
import type { JsonObject } from '../../json/jsonValue';
import type { RunFailure } from '../errors';
import type { RunEnd } from '../events';
import { optionTraits, substituteOption } from '../go/substitute';
import type { SavedAction } from '../stack/actionList';
import { actionAt, findSuccessor, type Position, placeAt } from '../stack/stackMap';
import { type BoundName, bounds } from './bounds';
import { endOf } from './endOf';
import { executionLimit, isBudgetSpent } from './executionLimit';
import { event, meet, meetBound, type Run, type Script } from './run';
import { askReferenceData, lookupIn, withinBound } from './variables';

/** What became of the search for the next action. `skipped`: it is the current one now and has no effect. */
export type Advance =
  | { readonly kind: 'action'; readonly action: SavedAction; readonly skipped: 'media' | 'unknown-type' | undefined }
  | { readonly kind: 'finish'; readonly detail: string }
  | ({ readonly kind: 'stop' } & RunFailure);

/** Makes the next action the current one: spends an execution, finds it, substitutes its option and tells of it. */
export function* advance(run: Run): Script<Advance> {
  const limit = executionLimit(run);
  if (run.used === limits.executions.value) yield meet(run, 'budget-101-actions');
  if (isBudgetSpent(run)) return { kind: 'stop', ...budgetFailure(run) };
  const target = yield* findNext(run);
  run.used++;
  run.inCycle++;
  if ('kind' in target) return target;
  const action = actionAt(target);
  if (!action || action.id === finishId) return { kind: 'finish', detail: 'The flow reached its end.' };
  run.current = target;
  const option = yield* substitute(run, action, target);
  if (typeof option === 'string') {
    yield meetBound(run, option);
    return { kind: 'stop', error: 'simulator limit', detail: bounds[option].doc };
  }
  run.option = option;
  const definition = findAction(action.type);
  const known = definition !== undefined || action.type === emptyType;
  const skipped = !known
    ? 'unknown-type'
    : runsOn(definition?.media ?? 'none', run.input.referenceType)
      ? undefined
      : 'media';
  const list = listQuirk(run, action, target);
  yield event(run, {
    type: 'action',
    action: action.type,
    id: action.id,
    option: run.option,
    skipped: skipped !== undefined,
    used: run.used,
    limit,
  });
  if (list) yield meet(run, list);
  return { kind: 'action', action, skipped };
}

const budgetFailure = ({ used }: Pick<Run, 'used'>): RunFailure => ({
  error: 'budget',
  detail: `The flow has used up its ${used} executions.`,
});

/** The end of a run that has nothing left of its budget. */
export const budgetEnd = (run: Pick<Run, 'used' | 'quirks'>): RunEnd =>
  endOf(run, { outcome: 'stopped', ...budgetFailure(run) });

/** Reads the option of the current action once more: a variable was changed from outside, and the action has not run yet. */
export function* readOptionAgain(run: Run): Script<void> {
  const action = actionAt(run.current);
  const option = run.current && action && (yield* substitute(run, action, run.current));
  if (typeof option === 'object') run.option = option;
}

/** The type of an action that does nothing; only the platform itself can push one. Source: bin-flow-manager/models/action/action.go TypeEmpty. */
export const emptyType = 'empty';

/** Where the next action stands, before anything is spent on it; undefined where there is none. */
export function nextPosition({ forward, current, quirks }: Run): Position | undefined {
  if (forward || !current) return forward;
  // Before the first action the position is the one in front of the list.
  if (current.position < 0) return { stack: current.stack, position: 0 };
  const found = findSuccessor(current, !quirks['duplicate-ids']);
  return 'to' in found ? found.to : undefined;
}

function* findNext(run: Run): Script<Position | Exclude<Advance, { kind: 'action' }>> {
  const { forward, current, quirks } = run;
  run.forward = undefined;
  if (forward) return forward;
  if (!current) return { kind: 'finish', detail: 'The flow has no actions.' };
  if (current.position < 0) return { stack: current.stack, position: 0 };
  const found = findSuccessor(current, !quirks['duplicate-ids']);
  const action = actionAt(current);
  if (action && current.stack.list.shared.has(action.id)) yield meet(run, 'duplicate-ids');
  if (found.how === 'finish') return { kind: 'finish', detail: 'The flow reached its end.' };
  if (found.how === 'lost') {
    if (action?.nextId !== found.id) {
      return {
        kind: 'finish',
        detail: 'The next action of the list has no id, so the engine cannot find it and ends the flow.',
      };
    }
    yield meet(run, 'next-id-unknown-ends-quietly');
    const detail = `No reachable action has the id ${found.id} that \`next_id\` names.`;
    return quirks['next-id-unknown-ends-quietly']
      ? { kind: 'finish', detail }
      : { kind: 'stop', error: 'action not found', detail };
  }
  const to = placeAt(found.to);
  if (to && found.to.stack !== current.stack) yield event(run, { type: 'return', to });
  if (to && (found.how === 'next_id' || found.how === 'restart'))
    yield event(run, { type: 'jump', edge: found.how, to });
  return found.to;
}

function* substitute(run: Run, action: SavedAction, { stack, position }: Position): Script<JsonObject | BoundName> {
  const written = stack.written.get(position);
  const option = written ?? action.option;
  const traits = written ? optionTraits(written) : stack.list.traitsAt(position);
  if (!option) return {};
  const readsWeekdays = action.type === 'condition_datetime' && !run.quirks['weekdays-abort'];
  if (!traits?.changes && !readsWeekdays) return option;
  const dynamic = traits?.readsReferenceData ? yield* askReferenceData(run) : undefined;
  const lists = {
    ...(run.quirks['array-elements-become-strings'] ? {} : { keepElements: true }),
    ...(readsWeekdays ? { numbersIn: 'weekdays' } : {}),
  };
  const { result, reached } = withinBound(run, 'option-length', (room) =>
    substituteOption(option, lookupIn(run, dynamic), lists, room),
  );
  return reached ?? result;
}

/** The deviation that shows in the lists of the option: it is told once the action is the current one. */
function listQuirk(
  { quirks }: Run,
  { type }: SavedAction,
  { stack, position }: Position,
): 'weekdays-abort' | 'array-elements-become-strings' | undefined {
  if (!stack.list.traitsAt(position)?.holdsListElements) return undefined;
  const inWeekdays = type === 'condition_datetime' && quirks['array-elements-become-strings'];
  return inWeekdays ? 'weekdays-abort' : 'array-elements-become-strings';
}
