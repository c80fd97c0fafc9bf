import { type ChildRun, type RunEvent, type RunInput, type RunOptions, startRun, type World } from '../simulator';
import { countingIds } from '../simulator/ids';
import type { TimedCommand } from './commands';
import { createThread, type Thread, type WorldSource } from './thread';

/** What a debug session runs. The same launch and the same changes give the same session. */
export interface Launch {
  readonly input: RunInput;
  readonly options: Pick<RunOptions, 'semantics' | 'quirks'>;
  /** A new world, which has answered nothing. */
  world(): World;
  /** Whether a person decides about keys and called parties that the world is silent about. It may change. */
  readonly asks: boolean;
}

/** What a person does to a run. */
export type Intervention =
  | { readonly kind: 'happen'; readonly commands: readonly TimedCommand[] }
  | { readonly kind: 'set'; readonly name: string; readonly value: string }
  | { readonly kind: 'jump'; readonly out: number; readonly position: number };

export interface Happened {
  readonly thread: Thread;
  readonly event: RunEvent;
}

/** All runs of a session, in one time: whatever is due first happens first. */
export interface Machine {
  /** Everything that happened, in order. Their number is the place in the session. */
  readonly happened: readonly Happened[];
  readonly threads: readonly Thread[];
  /** The variables that a person set, in order; `at` is how much had happened. */
  readonly set: readonly {
    readonly at: number;
    readonly thread: Thread;
    readonly name: string;
    readonly value: string;
  }[];
  /** Runs that began and are not followed: there are too many. */
  readonly omitted: number;
  /** The run in which something happens next; undefined when all are over. Where it is held, a person has to say what. */
  turn(): Thread | undefined;
  /** Lets the next thing happen; undefined when nothing does. */
  advance(): Happened | undefined;
  change(thread: number, change: Intervention): void;
}

/** How many runs one session follows: as many as a simulation does. */
const maxThreads = 50;

export function createMachine(launch: Launch): Machine {
  const { input, options, world } = launch;
  const shared = { ...options, ids: countingIds(), stored: new WeakMap() };
  const happened: Happened[] = [];
  const threads: Thread[] = [];
  const set: Machine['set'][number][] = [];
  let omitted = 0;
  const start = (of: RunInput, outside: WorldSource, parent?: Thread, child?: ChildRun) => {
    const begin = (endsAt: () => number | undefined) => {
      const given = {
        ...of,
        get endsAt() {
          return endsAt();
        },
      };
      return startRun(given, shared);
    };
    const asks = () => launch.asks;
    threads.push(createThread({ id: threads.length + 1, parent, child, begin, outside, asks }));
  };
  start(input, { world: world(), fresh: world });

  const turn = () => {
    let found: Thread | undefined;
    for (const thread of threads) {
      if (thread.isOver) continue;
      const isFirst = !found || thread.dueAt < found.dueAt || (thread.dueAt === found.dueAt && found.isHeld);
      if (isFirst) found = thread;
    }
    return found;
  };
  const tell = (thread: Thread, event: RunEvent) => {
    if (event.type === 'child') {
      if (threads.length < maxThreads) start(event.child.input, thread.worldOf(event.child), thread, event.child);
      else omitted++;
    }
    if (event.type !== 'end') return;
    for (const candidate of threads) {
      if (candidate.parent === thread && candidate.child?.chained && !candidate.isOver) candidate.endAt(event.time);
    }
  };

  return {
    happened,
    threads,
    set,
    get omitted() {
      return omitted;
    },
    turn,
    advance() {
      const thread = turn();
      const event = thread?.step();
      if (!thread || !event) return undefined;
      const result = { thread, event };
      happened.push(result);
      tell(thread, event);
      return result;
    },
    change(id, change) {
      const thread = threads[id - 1];
      if (change.kind === 'happen') thread?.happen(change.commands);
      else if (change.kind === 'set' && thread) {
        thread.setVariable(change.name, change.value);
        set.push({ at: happened.length, thread, name: change.name, value: change.value });
      } else if (change.kind === 'jump') thread?.jump(change.out, change.position);
    },
  };
}
