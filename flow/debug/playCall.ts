import type { Clock } from '../clock';
import { inputIn, type RunInput, scriptedWorld, type World, type WorldScript } from '../simulator';
import type { Launch } from './machine';
import { createSession, type Session } from './session';

/** A call that plays by itself. */
export interface PlayedCall {
  readonly session: Session;
  readonly isTaken: boolean;
  /** From now on a person answers for keys and parties, and nothing of the script happens any more. */
  takeOver(): void;
}

/** A call that plays in real time, as its script says, until a person takes it over. It begins with `session.resume`. */
export function playCall(input: RunInput, script: WorldScript, clock: Clock): PlayedCall {
  let isTaken = false;
  const launch: Launch = {
    input: inputIn(input, script),
    options: { semantics: 'observed' },
    world: () => inTurn(scriptedWorld(script), scriptedWorld(withoutPersons(script)), () => isTaken),
    get asks() {
      return isTaken;
    },
  };
  return {
    session: createSession(launch, 1, clock, {}),
    get isTaken() {
      return isTaken;
    },
    takeOver() {
      isTaken = true;
    },
  };
}

/** The one world until a call is taken over, the other from then on. Both learn of everything that is asked. */
function inTurn(played: World, free: World, isTaken: () => boolean): World {
  return {
    answer(question, at) {
      const answers = [played, free].map((world) => world.answer(question, at));
      return answers[isTaken() ? 1 : 0];
    },
    child: (child) => inTurn(played.child?.(child) ?? played, free.child?.(child) ?? free, isTaken),
  };
}

/** What is left of a world when persons decide for themselves: services, times, files. */
function withoutPersons({ digits, keys, hangs_up_at, callees, calls, ...rest }: WorldScript): WorldScript {
  return { ...rest, ...(calls ? { calls: calls.map(withoutPersons) } : {}) };
}
