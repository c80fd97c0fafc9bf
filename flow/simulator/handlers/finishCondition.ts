import { operatorWords } from '../../catalog/compareCondition';
import { own } from '../../json/own';
import type { ConditionPart } from '../events';
import type { DecodedObject } from '../go/decodeOption';
import { jumpTo } from '../run/jump';
import { type Continuation, event, meet, next, type Run, type Script } from '../run/run';
import { idOf, optionText } from './handler';

/** Tells how a condition came out; a false one jumps to its target. */
export function* finishCondition(
  run: Run,
  option: DecodedObject,
  holds: boolean,
  parts: readonly ConditionPart[],
  detail?: string,
): Script<Continuation> {
  yield event(run, { type: 'test', holds, parts, ...(detail === undefined ? {} : { detail }) });
  if (holds) return next;
  return jumpTo(run, idOf(option, 'false_target_id'), 'false_target_id', { edge: 'condition-false' });
}

/** The sign that compares. Words are signs only with their deviation switched off. */
export function* operatorOf(run: Run, option: DecodedObject): Script<string> {
  const operator = optionText(option, 'condition');
  const sign = own(operatorWords, operator);
  if (sign === undefined) return operator;
  yield meet(run, 'operator-words-unsupported');
  return run.quirks['operator-words-unsupported'] ? operator : sign;
}
