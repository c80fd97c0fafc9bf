import type { ChildRun, RunEvent } from '../events';
import type { Answer, Question } from '../questions';

/** The outside of a run: called parties, the caller who presses keys, and all services. */
export interface World {
  /** The answer to a question, or undefined if the world has none. The run then assumes something and says so. */
  answer(question: Question, at: RunEvent): Answer | undefined;
  /** The world of another run that begins. Without this function it is the same world. */
  child?(child: ChildRun): World;
}

/** A world that answers nothing. */
export const silentWorld: World = { answer: () => undefined };
