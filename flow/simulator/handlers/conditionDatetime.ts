import { difference, holds } from '../../catalog/compareCondition';
import { foldKey } from '../../json/foldKey';
import type { ConditionPart } from '../events';
import { currentTime } from '../run/currentTime';
import { meet, type Run, type Script } from '../run/run';
import { finishCondition, operatorOf } from './finishCondition';
import { type Handler, listOf, numberOf } from './handler';

/**
 * Compares the parts of the current UTC time one by one, each with the same operator; all have to hold.
 *
 * Source: bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleConditionDatetime.
 */
export const conditionDatetime: Handler = function* (run, option) {
  const now = yield* currentTime(run);
  const operator = yield* operatorOf(run, option);
  const parts: ConditionPart[] = [];
  const weekdays = listOf(option, 'weekdays');
  if (weekdays.length > 0) {
    const today = now.getUTCDay();
    parts.push({
      what: 'weekday',
      left: today,
      operator: 'in',
      right: weekdays.join(','),
      holds: weekdays.includes(today),
    });
  }
  const swapped = run.quirks['datetime-operands-swapped'];
  const compare = function* (what: 'month' | 'day' | 'hour' | 'minute', current: number, least: number): Script<void> {
    const wanted = numberOf(option, what);
    if (wanted < least || parts.some((part) => !part.holds)) return;
    if (least === 0 && !has(run, what)) {
      yield meet(run, 'datetime-omitted-is-zero');
      if (!run.quirks['datetime-omitted-is-zero']) return;
    }
    const [left, right] = swapped ? [wanted, current] : [current, wanted];
    if (holds(operator, difference(left, right)) !== holds(operator, difference(right, left))) {
      yield meet(run, 'datetime-operands-swapped');
    }
    parts.push({ what, left, operator, right, holds: holds(operator, difference(left, right)) });
  };
  yield* compare('month', now.getUTCMonth() + 1, 1);
  yield* compare('day', now.getUTCDate(), 1);
  yield* compare('hour', now.getUTCHours(), 0);
  yield* compare('minute', now.getUTCMinutes(), 0);
  return yield* finishCondition(
    run,
    option,
    parts.every((part) => part.holds),
    parts,
  );
};

const has = (run: Run, name: string) =>
  Object.entries(run.option).some(([key, value]) => foldKey(key) === name && value !== null);
