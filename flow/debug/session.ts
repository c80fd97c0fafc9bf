import type { Clock } from '../clock';
import { createListeners } from '../collections/listeners';
import type { Command } from './commands';
import type { Happened, Intervention, Launch, Machine } from './machine';
import { type Breaks, breakAt, type Plan, planEnds, type Stop } from './stops';
import type { Thread } from './thread';
import { createTimeline } from './timeline';

/** Events of a session besides {@link Session.onChange}. */
export interface SessionListener {
  /** The session has stopped. When it goes back, no events are reported on the way. */
  stopped?(stop: Stop): void;
  happened?(happened: Happened): void;
  logged?(text: string, happened: Happened): void;
  /** A run waits until a person says what happens. */
  held?(thread: Thread): void;
  /** All runs are over. */
  ended?(): void;
}

/** A debug session: its state, and how to move forward and back. */
export interface Session {
  readonly machine: Machine;
  readonly state: 'running' | 'stopped' | 'over';
  /** The virtual time in ms; it advances while real time passes. */
  readonly now: number;
  /** Virtual seconds in a real second. 0: nothing takes real time, and a run that waits for a person waits as long as needed. */
  speed: number;
  /** The run that stopped last, or in which something happened last. */
  readonly thread: Thread | undefined;
  breaks: Breaks;
  /** Continues. `thread` is the id of the run that steps. */
  resume(kind: Plan['kind'], thread?: number): void;
  pause(): void;
  /** Undoes a step, or goes to the action before. */
  stepBack(thread: number): void;
  /** Goes to the last place before this one where a breakpoint stops, or to the beginning. */
  reverse(): void;
  /** Lets something happen outside. A run that was waiting for it continues. */
  happen(commands: readonly Command[], thread: number): void;
  change(thread: number, change: Intervention): void;
  /** Calls a listener after each change. The returned function removes the listener. */
  onChange(listener: () => void): () => void;
  /** Ends the session. */
  end(): void;
}

/** How many events are handled before other tasks get their turn. */
const slice = 500;

/** A session that is stopped before the first event. `speed` as in {@link Session}. */
export function createSession(launch: Launch, given: number, clock: Clock, listener: SessionListener): Session {
  const timeline = createTimeline(launch);
  const { add: onChange, tell: tellChange } = createListeners<void>();
  let speed = given;
  let breaks: Breaks = { actions: [], variables: [], filters: new Set() };
  let state: Session['state'] = 'stopped';
  let plan: Plan = { kind: 'entry' };
  let current = 1;
  let cancel = () => {};
  /** For each step: where it ended, and where it began. */
  const steps = new Map<number, { readonly from: number; readonly thread: number; readonly into: number }>();
  let began = 0;
  /** The virtual time that passes with real time: since when, from when, and until when. */
  let passing: { readonly since: number; readonly from: number; readonly until: number } | undefined;
  /** The virtual time that real time has reached, although nothing happened then. */
  let spent = 0;

  const threadOf = (id: number) => timeline.machine.threads[id - 1];
  const stop = (found: Stop) => {
    cancel();
    interrupt();
    state = 'stopped';
    current = found.thread;
    if (plan.kind === 'over' || plan.kind === 'in' || plan.kind === 'out') {
      steps.set(timeline.at, { from: began, thread: plan.thread, into: found.thread });
    }
    listener.stopped?.(found);
    tellChange();
  };
  const later = (ms: number, run: () => void) => {
    cancel();
    cancel = clock.after(ms, run);
  };
  /** Lets real time pass until a virtual time. */
  const passUntil = (until: number, then: () => void) => {
    passing = { since: clock.now(), from: now(), until };
    later((until - passing.from) / speed, () => {
      passing = undefined;
      spent = until;
      then();
    });
  };
  const now = () => {
    const passed = passing ? Math.min(passing.until, passing.from + (clock.now() - passing.since) * speed) : spent;
    return Math.max(passed, timeline.machine.happened.at(-1)?.event.time ?? 0);
  };
  /** Stops the passing of real time, and keeps the virtual time that it has reached. */
  const interrupt = () => {
    spent = now();
    passing = undefined;
  };
  const wait = (thread: Thread) => {
    const { asked } = thread;
    if (asked?.question.kind !== 'wait') return;
    const { since, until } = asked.question;
    if (speed > 0 && until !== undefined) {
      passUntil(until, () => change(thread.id, [{ does: 'wait', ms: until - since }]));
    }
    listener.held?.(thread);
    tellChange();
  };
  /** Steps after a place are no longer valid. */
  const forgetSteps = (after: number) => {
    for (const at of steps.keys()) if (at > after) steps.delete(at);
  };
  const change = (thread: number, commands: readonly (Command & { at?: number })[]) => {
    forgetSteps(timeline.at);
    timeline.change(thread, { kind: 'happen', commands });
    if (state === 'running') go();
  };
  const go = () => {
    cancel();
    if (state !== 'running') return;
    for (let left = slice; left > 0; left--) {
      const thread = timeline.machine.turn();
      if (!thread) {
        state = 'over';
        listener.ended?.();
        return tellChange();
      }
      if (thread.isHeld) return wait(thread);
      if (speed > 0 && thread.dueAt > now()) return passUntil(thread.dueAt, go);
      let found: ReturnType<typeof breakAt> | undefined;
      const happened = timeline.advance((_, machine) => {
        found = breakAt(breaks, machine);
      });
      if (!happened) continue;
      current = happened.thread.id;
      listener.happened?.(happened);
      tellChange();
      for (const text of found?.logs ?? []) listener.logged?.(text, happened);
      const reason = planEnds(plan, happened);
      if (found?.stop) return stop(found.stop);
      if (reason) return stop({ reason, thread: happened.thread.id });
    }
    later(0, go);
  };
  /** Goes back, and stops there. */
  const goBack = (at: number, how: Omit<Stop, 'thread'>, thread?: number) => {
    forgetSteps(timeline.goBackTo(at));
    spent = 0;
    plan = { kind: 'continue' };
    state = 'running';
    later(0, () => stop({ ...how, thread: thread ?? timeline.machine.happened.at(-1)?.thread.id ?? 1 }));
  };
  const firstAction = () => timeline.machine.happened.findIndex(({ event }) => event.type === 'action') + 1;

  return {
    get machine() {
      return timeline.machine;
    },
    get state() {
      return state;
    },
    get thread() {
      return threadOf(current);
    },
    get now() {
      return now();
    },
    get speed() {
      return speed;
    },
    set speed(next) {
      if (next === speed) return;
      const goesOn = state === 'running';
      interrupt();
      speed = next;
      // The end of a wait comes sooner or later now.
      if (goesOn) later(0, go);
    },
    get breaks() {
      return breaks;
    },
    set breaks(given) {
      breaks = given;
    },
    resume(kind, id = current) {
      const thread = threadOf(id);
      if (state !== 'stopped' || !thread) return;
      state = 'running';
      began = timeline.at;
      const depth = thread.last?.stack.length ?? 0;
      const runs = timeline.machine.threads.length;
      plan = kind === 'continue' || kind === 'entry' ? { kind } : { kind, thread: id, depth, runs };
      // Later, so that the caller can answer its request before the first event.
      later(0, go);
    },
    pause() {
      if (state !== 'running') return;
      plan = { kind: 'continue' };
      stop({ reason: 'pause', thread: timeline.machine.turn()?.id ?? current });
    },
    stepBack(id) {
      if (state !== 'stopped') return;
      const { at, machine } = timeline;
      const step = steps.get(at);
      // A step can end in a different run than it began in.
      if (step && (step.thread === id || step.into === id)) return goBack(step.from, { reason: 'step' }, step.thread);
      const actionBefore = (isMeant: (happened: Happened) => boolean) => {
        for (let place = at - 1; place > 0; place--) {
          const happened = machine.happened[place - 1];
          if (happened?.event.type === 'action' && isMeant(happened)) return place;
        }
        return 0;
      };
      // In front of the first action of a run comes the one during which the run began.
      const to = actionBefore(({ thread }) => thread.id === id) || actionBefore(() => true);
      goBack(to || firstAction(), { reason: to > 0 ? 'step' : 'entry' });
    },
    reverse() {
      if (state !== 'stopped') return;
      const last = timeline.findBack((_, machine) => breakAt(breaks, machine).stop);
      if (last) goBack(last.at, last.found, last.found.thread);
      else goBack(firstAction(), { reason: 'entry' });
    },
    happen(commands, thread) {
      if (state === 'over') return;
      const at = passing ? now() : undefined;
      interrupt();
      change(thread, at === undefined ? commands : commands.map((command) => ({ ...command, at })));
    },
    change(thread, given) {
      if (state === 'over') return;
      forgetSteps(timeline.at);
      timeline.change(thread, given);
      tellChange();
    },
    onChange,
    end() {
      cancel();
      interrupt();
      state = 'over';
      tellChange();
    },
  };
}
