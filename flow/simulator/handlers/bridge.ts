import { nilUuid } from '../../model/uuid';
import { changeLeg } from '../run/legs';
import { type Bridge, type Continuation, event, failed, next, type Run, type Script, suspects } from '../run/run';
import { deleteVariables } from '../run/variables';
import { wait } from '../run/wait';
import { endOfService } from './endOfService';
import { type Handler, idOf } from './handler';

/**
 * The call joins a bridge and stays until it is over; joining answers it.
 *
 * Source: bin-call-manager/pkg/callhandler/action.go actionExecuteConfbridgeJoin.
 */
export const confbridgeJoin: Handler = function* (run, option) {
  const id = idOf(option, 'confbridge_id');
  if (id === nilUuid) return failed('nothing-to-do', 'No bridge is named in `confbridge_id`.');
  const bridge = run.bridges.get(id);
  const { queue } = run;
  const inQueue = queue !== undefined && queue.stack === run.current?.stack;
  const silent = (bridge !== undefined || inQueue) && (yield* suspects(run, 'bridge-does-not-answer'));
  if (!silent) yield* answerCall(run, 'bridge');
  if (bridge) return yield* connected(run, bridge);
  const session = run.sessions.get(run.current?.stack.list.key ?? '');
  const ended = yield* wait(run, {
    for: inQueue ? 'bridge' : session === undefined ? 'conference' : 'ai',
    duration: undefined,
    keys: 'replace',
    resourceId: inQueue ? queue.id : (session?.id ?? id),
  });
  if (inQueue) {
    run.queue = undefined;
    yield* deleteVariables(run, queue.variables);
  }
  return ended.kind === 'left' ? ended.step : yield* endOfService(run);
};

/** The call becomes answered, if it is not. */
export function* answerCall(run: Run, by: 'talk' | 'answer' | 'bridge'): Script<void> {
  if (run.callStatus === 'progressing') return;
  run.callStatus = 'progressing';
  yield event(run, { type: 'answered', by });
}

/** The call of a `connect`: alone in the bridge while the parties ring, then with those who answered until the last is gone. */
function* connected(run: Run, { legs: numbers, advances }: Bridge): Script<Continuation> {
  let legs = numbers.map((number) => run.legs[number]).filter((leg) => leg !== undefined);
  const placeOfLeg = new Map(legs.map(({ leg }, place) => [leg, place]));
  let talking = legs.filter(({ status }) => status === 'answered').length;
  for (;;) {
    const reason = talking > 0 ? 'bridge' : 'callee';
    const ended = yield* wait(run, { for: reason, duration: undefined, keys: 'replace', legs });
    if (ended.kind !== 'leg') {
      yield* leaveBridge(run, numbers);
      return ended.kind === 'left' ? ended.step : next;
    }
    const before = run.legs[ended.leg]?.status;
    yield* changeLeg(run, ended.leg, ended.becomes, ended.becomes === 'over' ? ended.reason : undefined);
    const changed = run.legs[ended.leg];
    const place = placeOfLeg.get(ended.leg);
    legs = [...legs];
    if (changed && place !== undefined) legs[place] = changed;
    talking += Number(changed?.status === 'answered') - Number(before === 'answered');
    if (ended.becomes === 'over' && (before === 'answered' ? talking === 0 : advances)) {
      yield* leaveBridge(run, numbers);
      return next;
    }
  }
}

/** A party that talks is alone then and hung up; those that ring ring on. Source: bin-call-manager/pkg/confbridgehandler/leaved.go. */
function* leaveBridge(run: Run, numbers: readonly number[]): Script<void> {
  for (const number of numbers) {
    if (run.legs[number]?.status === 'answered') yield* changeLeg(run, number, 'over', 'normal');
  }
}
