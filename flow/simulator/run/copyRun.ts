import type { Position, Stack } from '../stack/stackMap';
import type { Run } from './run';

/** A copy of a run that stands between two actions; the two go on without knowing of each other. They share the source of ids. */
export function copyRun(run: Run): Run {
  const copies = new Map<Stack, Stack>();
  const copyStack = (stack: Stack): Stack => {
    const known = copies.get(stack);
    if (known) return known;
    const caller = stack.caller && copyPosition(stack.caller);
    const copy: Stack = { ...stack, caller, written: new Map(stack.written) };
    copies.set(stack, copy);
    return copy;
  };
  const copyPosition = ({ stack, position }: Position): Position => ({ stack: copyStack(stack), position });
  return {
    ...run,
    met: new Set(run.met),
    current: run.current && copyPosition(run.current),
    forward: run.forward && copyPosition(run.forward),
    variables: new Map(run.variables),
    legs: [...run.legs],
    bridges: new Map(run.bridges),
    recording: run.recording && { ...run.recording },
    transcribed: new Set(run.transcribed),
    queue: run.queue && { ...run.queue, stack: copyStack(run.queue.stack) },
    recordings: [...run.recordings],
    followUps: [...run.followUps],
    sessions: new Map(run.sessions),
    flows: new Map(run.flows),
  };
}
