import type { Running, Session } from '../../flow';
import { connectSession } from '../phone/connectSession';
import type { LivePhone } from '../phone/createPhone';

/** What a session needs to be answered on the phone. */
export interface DebugPhoneParts {
  readonly phone: LivePhone;
  showPhone(options: { readonly preserveFocus: boolean }): Promise<void>;
}

/** The phone of a debug session: it shows the calls that are debugged, and takes keys and answers for them. */
export interface DebugPhone {
  moved(running: Running): void;
  closed(): void;
}

let sessions = 0;

export function createDebugPhone(load: () => Promise<DebugPhoneParts>): DebugPhone {
  let of: Session | undefined;
  let isShown = false;
  let leave = () => {};
  const follow = async ({ session, document }: Running) => {
    const { phone } = await load();
    if (of !== session) return;
    const id = `debugged ${++sessions}`;
    leave = phone.join(
      connectSession({
        session,
        id,
        file: document.name,
        pace: () => (session.state === 'stopped' ? 'stopped' : session.speed === 0 ? 'patient' : undefined),
      }),
    );
    const own = phone.state.legs.filter((leg) => leg.id.startsWith(`${id}/`));
    // One that goes on: a flow may have ended and left the calls that it placed.
    const leg = own.findLast(({ state }) => state !== 'over') ?? own[0];
    if (leg) phone.take({ type: 'select', leg: leg.id });
  };
  return {
    moved(running) {
      const { args, session } = running;
      if (args.phone !== 'phone') return;
      if (of !== session) {
        leave();
        of = session;
        void follow(running);
      }
      // A flow that asks nothing of a person needs no phone.
      if (isShown || !session.machine.threads.some((thread) => thread.isHeld)) return;
      isShown = true;
      void load().then(({ showPhone }) => showPhone({ preserveFocus: true }));
    },
    closed() {
      leave();
      leave = () => {};
      of = undefined;
    },
  };
}
