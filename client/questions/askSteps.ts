import type { QuestionStep, Reply } from './ui';

/**
 * One question of several: what the answers so far become with this one.
 *
 * It gives the answers back unchanged, without asking, where there is nothing to ask.
 */
export interface AskStep<A> {
  /** Whether it asks with these answers; one that does not is passed over in both directions. */
  asks(answers: A): boolean;
  ask(answers: A, step: QuestionStep | undefined): Promise<Reply<A>>;
}

/** Asks one question after another; going back asks the one before again. Undefined when the user gives up. */
export async function askSteps<A>(steps: readonly AskStep<A>[], first: A): Promise<A | undefined> {
  /** The answers with which each question that was asked began. */
  const asked: { readonly position: number; readonly answers: A }[] = [];
  let answers = first;
  let position = 0;
  for (;;) {
    const step = steps[position];
    if (!step) return answers;
    if (!step.asks(answers)) {
      position++;
      continue;
    }
    const before = answers;
    const left = steps.slice(position).filter((step) => step.asks(before)).length;
    const of = asked.length + left;
    const reply = await step.ask(before, of > 1 ? { at: asked.length + 1, of } : undefined);
    if (reply === 'cancelled') return undefined;
    if (reply === 'back') {
      const last = asked.pop();
      if (!last) return undefined;
      ({ position, answers } = last);
      continue;
    }
    asked.push({ position, answers: before });
    answers = reply.value;
    position++;
  }
}
