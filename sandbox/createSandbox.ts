import { createListeners, type RunEvent } from '../flow';
import { createApp } from './api/createApp';
import { createRateLimits } from './api/rateLimits';
import { createStamps, parseStamp } from './clock/stamps';
import { createVirtualClock } from './clock/virtualClock';
import type { Core, FlowMeaning, Identity } from './core';
import { createRun } from './engine/createRun';
import { endInterrupted } from './engine/endInterrupted';
import type { Engine } from './engine/engine';
import { faultText } from './log/faultText';
import { logCall } from './log/logCall';
import { createMask } from './log/mask';
import { createPhone } from './phone/createPhone';
import { startRobot } from './phone/robot';
import { type AccountState, goodAccount } from './resources/accountState';
import type { Sandbox, SandboxOptions } from './sandbox';
import { readyAccesskey } from './seed/accesskey';
import { seedIds } from './seed/seedIds';
import { createHub } from './socket/hub';
import { loadState, type SandboxState, saveState } from './store/state';
import { clearStore, createStore, seedStore } from './store/store';
import { createTimeline } from './store/timeline';

/** A local VoIPbin, in memory: its REST API, the simulator behind it, and the phones that its calls ring. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { state, random } = options;
  const store = createStore();
  const account: AccountState = { ...(state?.account ?? goodAccount) };
  const latest = latestStamp(state);
  const clock = createVirtualClock({
    now: options.now,
    timers: options.timers,
    speed: options.speed ?? 1,
    start: Math.ceil(latest / 1000),
    failed: (fault) => core.log(`! ${faultText(fault)}`),
  });
  const hub = createHub();
  const timeline = createTimeline(clock.now);
  const mask = createMask(store);
  const meaning: FlowMeaning = { semantics: options.semantics ?? 'observed', quirks: options.quirks ?? {} };
  const changes = createListeners<void>();
  const traces = createListeners<{ readonly activeflowId: string; readonly event: RunEvent }>();
  const core: Core = {
    store,
    account,
    timeline,
    clock,
    meaning,
    newId: options.newId,
    stamp: createStamps(clock.now, latest),
    publish: (kind, row, event) => {
      if (kind === 'call') logCall(core, row);
      timeline.add(kind, row, event);
      hub.publish(kind, row, event);
    },
    mask,
    log: (text) => options.log?.({ at: clock.now(), text: mask(text) }),
    changed: changes.tell,
  };

  const phones = createPhone(() => engine, options.autoAnswer ?? { after: 1000, talksFor: 10_000 });
  const engine: Engine = {
    core,
    calls: new Map(),
    runs: new Map(),
    plans: new Map(),
    newRun: (input, depth, rest) => createRun(engine, input, depth, rest),
    showOnPhone: phones.show,
    traced: (run, event) => traces.tell({ activeflowId: run.activeflow.id, event }),
    fetchActions: options.fetchActions,
  };
  const limits = createRateLimits(options.now);
  const app = createApp({ core, engine, limits, random });
  startRobot(phones.phone, clock);

  if (state) loadState(state, store);
  seedStore(store, new Set(Object.keys(state?.tables ?? {})));
  let ready = store.accesskeys.get(seedIds.accesskey) ?? readyAccesskey(random);
  store.accesskeys.add(ready);
  endInterrupted(core);

  const halt = () => {
    clock.clear();
    for (const run of engine.runs.values()) run.state = 'over';
    for (const known of [engine.calls, engine.runs, engine.plans]) known.clear();
  };

  return {
    fetch: async (request, from = {}) => app.fetch(request, from),
    async connectSocket(request, send, close) {
      let identity: Identity | undefined;
      const answer = await app.fetch(request, {
        accept: (accepted: Identity) => {
          identity = accepted;
        },
      });
      return identity ? hub.connect(identity, send, close) : answer;
    },
    get accessKey() {
      return ready.token;
    },
    customerId: seedIds.customer,
    account,
    phone: phones.phone,
    get speed() {
      return clock.speed;
    },
    set speed(speed: number) {
      clock.speed = speed;
    },
    get semantics() {
      return meaning.semantics;
    },
    set semantics(semantics) {
      meaning.semantics = semantics;
    },
    get world() {
      return meaning.world;
    },
    set world(world) {
      meaning.world = world;
    },
    trace(activeflowId) {
      const run = engine.runs.get(activeflowId);
      return run && { events: run.events, result: run.result };
    },
    onTrace: (listener) => traces.add(({ activeflowId, event }) => listener(activeflowId, event)),
    snapshot: () => saveState(store, account),
    onChange: changes.add,
    reset() {
      halt();
      limits.reset();
      clearStore(store);
      timeline.clear();
      Object.assign(account, goodAccount);
      seedStore(store);
      ready = store.accesskeys.add({ ...ready, tm_delete: null });
      phones.reset();
      core.changed();
    },
    close() {
      halt();
      hub.closeAll();
    },
  };
}

/** The latest time in a state, in microseconds. New times are later. */
function latestStamp(state: SandboxState | undefined): number {
  let latest = 0;
  for (const rows of Object.values(state?.tables ?? {})) {
    for (const { tm_create, tm_update } of rows ?? []) {
      for (const text of [tm_create, tm_update]) latest = Math.max(latest, parseStamp(text ?? '') ?? 0);
    }
  }
  return latest;
}
