import type { Core } from '../core';
import { createRun } from './createRun';
import type { Engine } from './engine';

/** The part of the sandbox in which calls ring and flows run. */
export function createEngine(core: Core, outside: Pick<Engine, 'showOnPhone' | 'traced' | 'fetchActions'>): Engine {
  const engine: Engine = {
    core,
    ...outside,
    calls: new Map(),
    runs: new Map(),
    plans: new Map(),
    newRun: (activeflow, input, depth) => createRun(engine, activeflow, input, depth),
  };
  return engine;
}
