import { type Change, createMachine, type Happened, type Launch, type Machine } from './machine';

interface Recorded {
  /** How much had happened when it was done. */
  readonly at: number;
  readonly thread: number;
  readonly change: Change;
}

/**
 * A session that can go back: it is made again from what a person did, up to the wanted place.
 *
 * What was done once is done again when the session comes by, until something else is done before it. A jump is undone: it is a way on, as a step is.
 */
export interface Timeline {
  readonly machine: Machine;
  /** How much has happened. */
  readonly at: number;
  advance(): Happened | undefined;
  change(thread: number, change: Change): void;
  /** Makes the session what it was when so much had happened. */
  goBackTo(at: number): void;
  /** The last place before this one for which `holds` is true; looks at the session as it was at each. */
  findBack(holds: (happened: Happened, machine: Machine) => boolean): number | undefined;
}

export function createTimeline(launch: Launch): Timeline {
  let machine = createMachine(launch);
  let recorded: readonly Recorded[] = [];

  const applyDue = (to: Machine) => {
    for (const { at, thread, change } of recorded) if (at === to.happened.length) to.change(thread, change);
  };
  const advance = (to: Machine) => {
    const result = to.advance();
    if (result) applyDue(to);
    return result;
  };
  /** A session made from its beginning; `each` is called for everything that happens in it. */
  const remake = (until: number, each?: (happened: Happened, machine: Machine) => void) => {
    const made = createMachine(launch);
    applyDue(made);
    while (made.happened.length < until) {
      const result = advance(made);
      if (!result) break;
      each?.(result, made);
    }
    return made;
  };

  return {
    get machine() {
      return machine;
    },
    get at() {
      return machine.happened.length;
    },
    advance: () => advance(machine),
    change(thread, change) {
      const at = machine.happened.length;
      recorded = [...recorded.filter((earlier) => earlier.at <= at), { at, thread, change }];
      machine.change(thread, change);
    },
    goBackTo(at) {
      const undone = recorded.findIndex(({ change, at: done }) => change.kind === 'jump' && done >= at);
      // What came after it was done on another way.
      if (undone >= 0) recorded = recorded.slice(0, undone);
      machine = remake(at);
    },
    findBack(holds) {
      let found: number | undefined;
      remake(machine.happened.length - 1, (happened, then) => {
        if (holds(happened, then)) found = then.happened.length;
      });
      return found;
    },
  };
}
