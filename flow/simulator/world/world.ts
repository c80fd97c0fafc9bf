import type { ChildRun, RunEvent } from '../events';
import type { Answer, Question } from '../questions';

/** The outside of a run: whoever is called, who presses keys, and every service that is asked. */
export interface World {
  /** The answer to a question, or undefined when the world has none; the run then assumes something and says so. */
  answer(question: Question, at: RunEvent): Answer | undefined;
  /** The world of another run that begins; this one when there is no such function. */
  child?(child: ChildRun): World;
}

/** A world that answers nothing. */
export const silentWorld: World = { answer: () => undefined };
