import type { RunEvent } from '../../flow/simulator';
import type { Core } from '../core';
import { abort, deliver, start } from './drive';
import type { Engine, FetchActions, Happening } from './engine';
import type { LiveRun } from './liveRun';
import { fail, hangUp } from './parties';

/** The part of the sandbox in which calls ring and flows run. */
export function createEngine(
  core: Core,
  outside: {
    readonly tell: (happening: Happening) => void;
    readonly traced: (run: LiveRun, event: RunEvent) => void;
    readonly fetchActions: FetchActions | undefined;
  },
): Engine {
  const engine: Engine = {
    core,
    ...outside,
    calls: new Map(),
    runs: new Map(),
    plans: new Map(),
    start: (run) => start(engine, run),
    deliver: (run, happening) => deliver(engine, run, happening),
    abort: (run, detail) => abort(engine, run, detail),
    fail: (live, reason) => fail(engine, live, reason),
    hangUp: (live, hangup) => hangUp(engine, live, hangup),
  };
  return engine;
}
