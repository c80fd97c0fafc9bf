import type { AnsweredEdit } from './askMissing';
import type { Versions } from './versions';

export interface Asking {
  /** Asks for the next thing that a change lacks: the same change if it lacks nothing, undefined if the author cancels. */
  readonly ask: (change: AnsweredEdit) => Promise<AnsweredEdit | undefined>;
  /** Draws what was changed in the text since. */
  readonly catchUp: () => Promise<void>;
  readonly versions: Pick<Versions, 'latest' | 'renew'>;
}

/**
 * A change of the newest picture with all that it needs. The text can change while a question is open: what was asked and answered is about the same
 * actions afterwards. `gone`: one of them no longer exists. Undefined if the author cancels.
 */
export async function answerQuestions(
  first: AnsweredEdit,
  { ask, catchUp, versions }: Asking,
): Promise<AnsweredEdit | 'gone' | undefined> {
  let change = first;
  for (;;) {
    const version = versions.latest();
    const answered = await ask(change);
    if (!answered || answered === change) return answered;
    await catchUp();
    const now = versions.renew(answered, version);
    if (!now) return 'gone';
    change = now;
  }
}
