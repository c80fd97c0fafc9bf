import { digitsVariable } from '../../catalog/variables';
import { byteLength } from '../../json/byteLength';
import { ask } from '../run/ask';
import { finishCondition } from './finishCondition';
import { type Handler, numberOf, optionText } from './handler';

/** True when enough keys were typed, or the wanted ones are among them. Source: actionhandle.go actionHandleConditionCallDigits. */
export const conditionCallDigits: Handler = function* (run, option) {
  const digits = run.variables.get(digitsVariable) ?? '';
  const length = numberOf(option, 'length');
  const key = optionText(option, 'key');
  const long = length !== 0 && byteLength(digits) >= length;
  const found = key !== '' && digits.includes(key);
  return yield* finishCondition(run, option, long || found, [
    ...(length === 0 ? [] : [{ what: 'length', left: byteLength(digits), operator: '>=', right: length, holds: long }]),
    ...(key === '' ? [] : [{ what: 'digits', left: digits, operator: 'contains', right: key, holds: found }]),
  ]);
};

/** True when the call has exactly the status. Source: actionhandle.go actionHandleConditionCallStatus. */
export const conditionCallStatus: Handler = function* (run, option) {
  const answer = yield* ask(run, { kind: 'call_status', status: run.callStatus });
  const status = answer.kind === 'call_status' ? answer.status : run.callStatus;
  const wanted = optionText(option, 'status');
  const result = status === wanted;
  return yield* finishCondition(run, option, result, [
    { what: 'status', left: status, operator: '==', right: wanted, holds: result },
  ]);
};
