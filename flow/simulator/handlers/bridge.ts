import { nilId } from '../ids';
import { changeLeg } from '../run/legs';
import { type Bridge, event, failed, next, type Run, type Script, type Step } from '../run/run';
import { deleteVariables } from '../run/variables';
import { wait } from '../run/wait';
import { type Handler, idOf } from './handler';

/**
 * The call joins a bridge and stays until it is over; joining answers it.
 *
 * Source: bin-call-manager/pkg/callhandler/action.go actionExecuteConfbridgeJoin.
 */
export const confbridgeJoin: Handler = function* (run, option) {
  const id = idOf(option, 'confbridge_id');
  if (id === nilId) return failed('nothing-to-do', 'No bridge is named in `confbridge_id`.');
  yield* answerCall(run, 'bridge');
  const bridge = run.bridges.get(id);
  if (bridge) return yield* connected(run, bridge);
  const { queue } = run;
  const inQueue = queue !== undefined && queue.stack === run.current?.stack;
  const session = run.sessions.get(run.current?.stack.list.key ?? '');
  const ended = yield* wait(run, {
    for: inQueue ? 'bridge' : session === undefined ? 'conference' : 'ai',
    duration: undefined,
    keys: 'replace',
    resourceId: inQueue ? queue.id : (session ?? id),
  });
  if (inQueue) {
    run.queue = undefined;
    yield* deleteVariables(run, queue.variables);
  }
  return ended.kind === 'left' ? ended.step : next;
};

/** The call becomes answered, if it is not. */
export function* answerCall(run: Run, by: 'talk' | 'answer' | 'bridge'): Script<void> {
  if (run.callStatus === 'progressing') return;
  run.callStatus = 'progressing';
  yield event(run, { type: 'answered', by });
}

/** The call of a `connect`: alone in the bridge while the parties ring, then with those who answered until the last is gone. */
function* connected(run: Run, { legs: numbers, advances }: Bridge): Script<Step> {
  for (;;) {
    const legs = numbers.map((number) => run.legs[number]).filter((leg) => leg !== undefined);
    const talking = legs.some(({ status }) => status === 'answered');
    const ended = yield* wait(run, { for: talking ? 'bridge' : 'callee', duration: undefined, keys: 'replace', legs });
    if (ended.kind !== 'leg') {
      yield* dropLegs(run, numbers);
      return ended.kind === 'left' ? ended.step : next;
    }
    const before = run.legs[ended.leg]?.status;
    yield* changeLeg(run, ended.leg, ended.becomes, ended.becomes === 'over' ? ended.reason : undefined);
    const left = numbers.some((number) => run.legs[number]?.status === 'answered');
    if (ended.becomes === 'over' && (before === 'answered' ? !left : advances)) {
      yield* dropLegs(run, numbers);
      return next;
    }
  }
}

/** Parties that still ring or talk are hung up. */
function* dropLegs(run: Run, numbers: readonly number[]): Script<void> {
  for (const number of numbers) {
    const status = run.legs[number]?.status;
    if (status === 'ringing') yield* changeLeg(run, number, 'over', 'cancel');
    if (status === 'answered') yield* changeLeg(run, number, 'over', 'normal');
  }
}
