import type { RunInput } from '../runInput';
import { event, type FollowUp, type Run, type Script } from './run';

/** Another run begins, because this one or something of it has ended. */
export function* beginRun(
  run: Run,
  cause: 'on_complete' | 'on_end',
  input: Omit<RunInput, 'follows' | 'generation' | 'referenceActiveflowId'>,
): Script<void> {
  const generation = (run.input.generation ?? 0) + 1;
  const whole = { ...input, follows: cause, generation, referenceActiveflowId: run.id };
  yield event(run, { type: 'child', child: { cause, child: run.children++, input: whole } });
}

/** The flow that follows something of this run starts, with the variables of this moment. */
export function* followUp(run: Run, { flowId, referenceType, variables }: FollowUp, startedAt: number): Script<void> {
  yield* beginRun(run, 'on_end', {
    flowId,
    referenceType,
    variables: { ...Object.fromEntries(run.variables), ...variables },
    // A flow that follows the end of a recording or the like counts in the same chain.
    completeCount: (run.input.completeCount ?? 0) + 1,
    startedAt,
  });
}
