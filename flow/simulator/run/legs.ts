import type { JsonObject } from '../../json/jsonValue';
import type { LegState } from '../questions';
import { event, type Run, type Script } from './run';

/** A called party begins to ring. */
export function* ring(run: Run, destination: JsonObject, id: string): Script<LegState> {
  const leg: LegState = { leg: run.legs.length, id, destination, status: 'ringing', since: run.clock };
  run.legs.push(leg);
  yield event(run, { type: 'leg', leg });
  return leg;
}

/** A called party changes its status. */
export function* changeLeg(run: Run, leg: number, status: LegState['status'], reason?: string): Script<void> {
  const old = run.legs[leg];
  if (!old) return;
  const changed = { ...old, status, since: run.clock, ...(reason === undefined ? {} : { reason }) };
  run.legs[leg] = changed;
  yield event(run, { type: 'leg', leg: changed, ...(reason === undefined ? {} : { reason }) });
}
