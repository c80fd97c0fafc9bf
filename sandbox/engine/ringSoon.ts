import { ring } from './callState';
import type { Engine } from './engine';
import type { LiveCall } from './liveCall';

/** Milliseconds from dialling to ringing. */
const setup = 200;
/** Milliseconds of ringing after which VoIPbin gives up. */
const longestRinging = 60_000;

/** The call rings a moment later; with that the run of its flow begins, which waits for the answer. Nobody answers: it is over. */
export function ringSoon(engine: Engine, live: LiveCall): void {
  const { clock } = engine.core;
  live.stopRinging = clock.after(setup, () => {
    live.stopRinging = clock.after(longestRinging, () => engine.fail(live, 'dialout'), { patient: true });
    ring(engine, live);
    if (live.role === 'flow' && live.run.state === 'new') engine.start(live.run);
  });
}
