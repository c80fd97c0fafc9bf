import { finishId } from '../../catalog/reservedIds';
import { nilUuid } from '../../model/uuid';
import { failed, next } from '../run/run';
import { setVariable } from '../run/variables';
import { wait } from '../run/wait';
import { endOfService } from './endOfService';
import { type Handler, optionText } from './handler';
import { pushMade } from './pushed';

/** Sets a variable; the value is substituted a second time on the way. Source: actionhandle.go actionHandleVariableSet. */
export const variableSet: Handler = function* (run, option) {
  const isSet = yield* setVariable(run, optionText(option, 'key'), optionText(option, 'value'), 'variable_set');
  return isSet ? next : failed('limit', 'The value is too long for the simulator.');
};

/** Pushes the end of the flow, which is then reached as one more execution. Source: actionhandle.go actionHandleStop. */
export const stopFlow: Handler = function* (run) {
  const end = { id: finishId, nextId: nilUuid, type: 'stop', option: undefined };
  yield* pushMade(run, [end]);
  return next;
};

/** Parks the flow. Only the AI service can release it, and only what it has parked itself. Source: actionhandle.go actionHandleBlock. */
export const block: Handler = function* (run) {
  const session = run.sessions.get(run.current?.stack.list.key ?? '');
  const ended = yield* wait(run, {
    for: session === undefined ? 'block' : 'ai',
    duration: session?.longest,
    keys: 'ignore',
    ...(session === undefined ? {} : { resourceId: session.id }),
  });
  if (ended.kind === 'left') return ended.step;
  if (session !== undefined && (ended.kind === 'over' || ended.kind === 'time')) return yield* endOfService(run);
  if (ended.kind === 'over') return next;
  return { kind: 'end', outcome: 'blocked', detail: 'The flow waits until a request stops it.' };
};
