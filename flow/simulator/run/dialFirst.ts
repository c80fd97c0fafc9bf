import type { JsonObject } from '../../json/jsonValue';
import { callEnd, partyLeft } from '../../text/callEnd';
import { capitalize } from '../../text/capitalize';
import type { RunEnd } from '../events';
import { nameOf } from '../world/assume';
import { endOf } from './endOf';
import { ring } from './legs';
import { event, type Run, type Script } from './run';
import { wait } from './wait';

/** Rings the party that the run's own call goes to; an end when it does not answer. */
export function* dialFirst(
  run: Run,
  dials: { readonly destination: JsonObject; readonly early?: boolean | undefined },
): Script<RunEnd | undefined> {
  run.callStatus = 'ringing';
  if (dials.early) return undefined;
  const leg = yield* ring(run, dials.destination, run.referenceId);
  const ended = yield* wait(run, { for: 'callee', duration: undefined, keys: 'ignore', legs: [leg] });
  if (ended.kind === 'leg' && ended.becomes === 'answered') {
    run.callStatus = 'progressing';
    yield event(run, { type: 'answered', by: 'answer' });
    return undefined;
  }
  run.callStatus = 'hangup';
  const reason = ended.kind === 'leg' ? ended.reason : 'cancel';
  return endOf(run, {
    outcome: 'hangup',
    error: null,
    detail:
      ended.kind === 'leg'
        ? `${nameOf(dials.destination)} ${partyLeft(reason)}.`
        : `${capitalize(callEnd('platform', reason))}.`,
    hangup: { by: ended.kind === 'leg' ? 'callee' : 'platform', reason },
  });
}
