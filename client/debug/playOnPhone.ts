import { type Clock, playCall } from '../../flow';
import type { PhoneCall } from '../commands/context';
import { connectSession } from '../phone/connectSession';
import type { LivePhone } from '../phone/createPhone';
import { notesOf } from '../run/run';
import type { Runs } from '../run/runs';
import { realTime } from './realTime';
import { createRunView } from './showRun';

/** How much faster than a real one a call plays in fast time: one who looks on can still take it over. */
const fast = 20;

export interface PhonePlayer {
  /** Plays a call on the phone, in place of the one before. Its keys are pressed by themselves until a person takes it over. */
  play(call: PhoneCall): Promise<void>;
  dispose(): void;
}

export function createPhonePlayer(
  runs: Runs,
  phone: LivePhone,
  showPhone: () => Promise<void>,
  clock: Clock = realTime,
): PhonePlayer {
  let count = 0;
  let stop = () => {};
  return {
    async play({ document, model, input, script, note }) {
      stop();
      const id = `played ${++count}`;
      const playing = playCall(input, script, clock);
      const { session } = playing;
      const view = createRunView(async () => runs);
      const describe = () => ({
        document,
        model,
        place: 'phone',
        world: script,
        incidents: notesOf(note),
        hangUp: async () => session.end(),
      });
      const unlisten = session.onChange(() => view.moved(session, describe));
      const leave = phone.join(
        connectSession({
          session,
          id,
          file: document.name,
          pace: () => (playing.isTaken ? 'taken' : 'plays'),
          acts: playing.takeOver,
          setSpeed(speed) {
            session.speed = Number.isFinite(speed) ? speed : playing.isTaken ? 0 : fast;
          },
        }),
      );
      stop = () => {
        session.end();
        unlisten();
        leave();
      };
      await showPhone();
      if (session.state === 'over') return;
      session.resume('continue');
      const unselect = session.onChange(() => {
        const leg = phone.state.legs.find((leg) => leg.id.startsWith(`${id}/`));
        if (!leg) return;
        unselect();
        phone.take({ type: 'select', leg: leg.id });
      });
    },
    dispose: () => stop(),
  };
}
