import { foldKey } from '../../json/foldKey';
import type { JsonObject } from '../../json/jsonValue';
import { jumpTo } from '../run/jump';
import { currentStack, meet, next, type Run } from '../run/run';
import { type Handler, idOf, numberOf } from './handler';

/**
 * Jumps while its count lasts. The count is written back into the run's own copy of the action.
 *
 * Source: bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleGoto, actionHandleGotoLoop.
 */
export const goto: Handler = function* (run, option) {
  const target = idOf(option, 'target_id');
  const count = numberOf(option, 'loop_count');
  if (!hasCount(run.option)) {
    yield meet(run, 'goto-without-count-never-jumps');
    if (!run.quirks['goto-without-count-never-jumps']) return jumpTo(run, target, 'target_id', { edge: 'goto' });
  }
  if (count <= 0) return next;
  const neverEnds = run.quirks['goto-loop-count-never-zero'];
  const step = jumpTo(run, target, 'target_id', { edge: 'goto', ...(neverEnds ? {} : { left: count - 1 }) });
  if (step.kind !== 'jump') return step;
  if (count === 1) yield meet(run, 'goto-loop-count-never-zero');
  if (targetIsTemplate(run)) yield meet(run, 'goto-target-frozen-after-first-jump');
  writeBack(run, target, count - 1);
  return step;
};

const hasCount = (option: JsonObject) => Object.keys(option).some((key) => foldKey(key) === 'loop_count');

/** The action as the list has it, with what an earlier jump wrote. */
function storedOption(run: Run): JsonObject {
  const { written, list } = currentStack(run);
  const position = run.current?.position ?? 0;
  return written.get(position) ?? list.actions[position]?.option ?? {};
}

function targetIsTemplate(run: Run): boolean {
  return Object.entries(storedOption(run)).some(
    ([key, value]) => foldKey(key) === 'target_id' && typeof value === 'string' && value.includes('${'),
  );
}

/**
 * The engine unmarshals the changed struct into the map that is there: keys are the struct's own, whatever case the
 * document uses, and a count of 0 is left out of the struct's JSON, so that the old count stays.
 */
function writeBack(run: Run, target: string, left: number): void {
  const stack = currentStack(run);
  const keepsTemplate = !run.quirks['goto-target-frozen-after-first-jump'] && targetIsTemplate(run);
  const losesZero = left === 0 && run.quirks['goto-loop-count-never-zero'];
  stack.written.set(run.current?.position ?? 0, {
    ...storedOption(run),
    ...(keepsTemplate ? {} : { target_id: target }),
    ...(losesZero ? {} : { loop_count: left }),
  });
}
