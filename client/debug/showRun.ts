import type { FlowModel, RunEvent, SeenPlaced, Semantics, Session, WorldScript } from '../../flow';
import { systemClock } from '../api/clock';
import { newRun } from '../commands/newRun';
import type { DocumentText, Incident } from '../run/run';
import { runDocumentOf } from '../run/runModel';
import type { HangUp, Runs } from '../run/runs';
import { emptyTrace, type RunTrace } from '../run/traceModel';
import { traceOfEvents } from '../run/traceOfEvents';

/** What a session is shown as. */
export interface SessionRun {
  readonly document: DocumentText;
  readonly model: FlowModel;
  /** Where it runs, in words. */
  readonly place: string;
  readonly incidents?: readonly Incident[];
  /** The world in which it runs. */
  readonly world: WorldScript;
  readonly semantics?: Semantics;
  readonly hangUp?: HangUp;
}

/** Shows sessions of the simulator as runs, one at a time: the marks on the lines, and the Call view. */
export interface RunView {
  /** The session is where it is now; the first time `describe` says what it is. */
  moved(session: Session, describe: () => SessionRun): void;
  closed(): void;
}

export function createRunView(runs: () => Promise<Runs>): RunView {
  let shown: ReturnType<typeof begin> | undefined;
  const end = () => {
    void shown?.handle.then((handle) => handle.update({ phase: 'ended', endedAt: systemClock.now() }));
    shown = undefined;
  };
  const begin = (session: Session, run: SessionRun) => {
    const { document, model, place, incidents = [], world, semantics, hangUp } = run;
    const known = runDocumentOf(
      { document, model },
      undefined,
      session.machine.threads[0]?.run.input.path ?? ['actions'],
    );
    const handle = runs().then((all) => {
      const ids = { newId: () => crypto.randomUUID(), clock: systemClock };
      const virtualNow = () => session.now;
      const given = { incidents, world, semantics, virtualNow, canHangUp: hangUp !== undefined };
      return all.add(newRun(ids, { profile: { name: place } }, 'simulation', known, given), hangUp);
    });
    return { session, model, handle };
  };
  return {
    moved(session, describe) {
      // A session that is restarted is another one.
      if (shown?.session !== session) end();
      shown ??= begin(session, describe());
      const { model } = shown;
      const { machine, thread, state } = session;
      const eventsOf = (id: number) =>
        machine.happened.filter((happened) => happened.thread.id === id).map(({ event }) => event);
      const traceOf = (events: readonly RunEvent[]) => traceOfEvents(events, model, (place) => place.path);
      const others = machine.threads.filter((other) => other !== thread).map(({ id }) => traceOf(eventsOf(id)));
      const own = thread ? traceOf(eventsOf(thread.id)) : emptyTrace;
      const isNext = state === 'stopped' && thread?.isBefore;
      const trace: RunTrace = { ...own, isNext, steps: [...others.flatMap(({ steps }) => steps), ...own.steps] };
      const events = eventsOf(1);
      const placedBy = (id: number): SeenPlaced[] =>
        machine.threads
          .filter(({ parent, child }) => parent?.id === id && child?.cause === 'call')
          .map((placed) => ({ events: eventsOf(placed.id), placed: placedBy(placed.id) }));
      void shown.handle.then((handle) => handle.update({ phase: 'running', events, placed: placedBy(1), trace }));
      if (state === 'over') end();
    },
    closed: end,
  };
}
