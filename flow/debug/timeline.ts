import type { TimedCommand } from './commands';
import { createMachine, type Happened, type Intervention, type Launch, type Machine } from './machine';

interface Recorded {
  /** How much had happened when it was done. */
  readonly at: number;
  readonly thread: number;
  readonly change: Intervention;
  /** How often the session had gone back before. */
  readonly pass: number;
}

/** Looks at a session where something has just happened, before anything is done there. */
type Look<T> = (happened: Happened, machine: Machine) => T;

/**
 * A session that can go back: it is made again from what a person did, up to the wanted place.
 *
 * What was done once is done again when the session comes by, until something else is done before it. A command is done where a wait takes it: until then
 * another command of a later pass replaces it. A jump is undone: it is a way on, as a step is.
 */
export interface Timeline {
  readonly machine: Machine;
  /** How much has happened. */
  readonly at: number;
  /** `look` sees what forward and back have in common: a variable that is set at this place is not set yet. */
  advance(look?: Look<void>): Happened | undefined;
  change(thread: number, change: Intervention): void;
  /** Makes the session what it was when so much had happened. Returns the place up to which the way on stays the same. */
  goBackTo(at: number): number;
  /** The last place before this one at which `look` finds something. */
  findBack<T>(look: Look<T | undefined>): { readonly at: number; readonly found: T } | undefined;
}

export function createTimeline(launch: Launch): Timeline {
  let machine = createMachine(launch);
  let recorded: readonly Recorded[] = [];
  let pass = 0;

  const applyDue = (to: Machine) => {
    for (const { at, thread, change } of recorded) if (at === to.happened.length) to.change(thread, change);
  };
  const advance = (to: Machine, look?: Look<void>) => {
    const result = to.advance();
    if (!result) return undefined;
    look?.(result, to);
    applyDue(to);
    return result;
  };
  /** A session made from its beginning. */
  const remake = (until: number, look?: Look<void>) => {
    const made = createMachine(launch);
    applyDue(made);
    while (made.happened.length < until) if (!advance(made, look)) break;
    return made;
  };
  /** Takes back the commands of a run that were given before the session went back, and that no wait has taken up to here. */
  const dropKept = (thread: number) => {
    const kept = machine.threads[thread - 1]?.kept ?? [];
    const isDropped = (command: TimedCommand) => kept.includes(command);
    const left = recorded.map((earlier) => {
      const { change } = earlier;
      const isOlder = earlier.pass < pass && earlier.thread === thread && change.kind === 'happen';
      if (!isOlder || !change.commands.some(isDropped)) return earlier;
      return { ...earlier, change: { ...change, commands: change.commands.filter((command) => !isDropped(command)) } };
    });
    if (left.every((earlier, position) => earlier === recorded[position])) return;
    recorded = left;
    machine = remake(machine.happened.length);
  };

  return {
    get machine() {
      return machine;
    },
    get at() {
      return machine.happened.length;
    },
    advance: (look) => advance(machine, look),
    change(thread, given) {
      const at = machine.happened.length;
      // Of its own, so that two commands are never the same one.
      const change =
        given.kind === 'happen' ? { ...given, commands: given.commands.map((command) => ({ ...command })) } : given;
      recorded = recorded.filter((earlier) => earlier.at <= at);
      if (change.kind !== 'set') dropKept(thread);
      recorded = [...recorded, { at, thread, change, pass }];
      machine.change(thread, change);
    },
    goBackTo(at) {
      const undone = recorded.findIndex(({ change, at: done }) => change.kind === 'jump' && done >= at);
      const same = recorded[undone]?.at ?? machine.happened.length;
      // What came after it was done on another way.
      if (undone >= 0) recorded = recorded.slice(0, undone);
      pass++;
      machine = remake(at);
      return same;
    },
    findBack<T>(look: Look<T | undefined>) {
      let last: { readonly at: number; readonly found: T } | undefined;
      remake(machine.happened.length - 1, (happened, then) => {
        const found = look(happened, then);
        if (found !== undefined) last = { at: then.happened.length, found };
      });
      return last;
    },
  };
}
