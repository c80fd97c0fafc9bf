import { readState, type Sandbox, type SandboxState } from '../../sandbox';
import type { Clock } from '../api/clock';
import type { Memory } from '../memory';

const stateKey = 'voipbin.localVoipbin';

/** What is over when VS Code is closed, and what is not needed the next time. */
const forgotten: ReadonlySet<string> = new Set(['calls', 'groupcalls', 'activeflows', 'accesskeys']);

/** The local VoIPbin as it was left; undefined for a new one, and where nothing that can be read was kept. */
export function keptLocalState(memory: Memory): SandboxState | undefined {
  const read = readState(memory.get(stateKey));
  return read.ok ? read.state : undefined;
}

/** Keeps what was registered in the local VoIPbin, so that files go on standing for their flows. What it returns ends that. */
export function keepLocalState(sandbox: Sandbox, memory: Memory, clock: Clock): () => void {
  let cancel: (() => void) | undefined;
  let written = '';
  const write = () => {
    cancel = undefined;
    const { tables, ...rest } = sandbox.snapshot();
    const kept = Object.fromEntries(
      Object.entries(tables).map(([name, rows]) => [name, forgotten.has(name) ? [] : rows]),
    );
    const state = { ...rest, sessions: [], tables: kept };
    const text = JSON.stringify(state);
    if (text === written) return;
    written = text;
    void memory.set(stateKey, state);
  };
  // A call changes a lot that is not kept.
  const stop = sandbox.onChange(() => {
    cancel ??= clock.after(1000, write);
  });
  return () => {
    stop();
    if (!cancel) return;
    cancel();
    write();
  };
}
