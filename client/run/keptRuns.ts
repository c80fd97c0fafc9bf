import * as z from 'zod';
import type { Memory } from '../memory';
import { runsKey } from '../memory';
import { isOver, type ShownRun } from './run';
import type { Runs } from './runs';

const keptSchema = z.object({
  id: z.string(),
  kind: z.enum(['call', 'activeflow']),
  /** Of the call, or of the activeflow where there is no call; `""` of a local one that was not placed yet. */
  resourceId: z.string(),
  profile: z.string(),
  /** What tells it from others, for people. */
  name: z.string(),
  uri: z.string(),
  startedAt: z.number(),
  /** The flow answers the call. */
  isIncoming: z.optional(z.boolean()),
});

/** A run that goes on, as much of it as a later start of VS Code needs to ask what became of it. */
export type KeptRun = z.output<typeof keptSchema>;

const allKept = z.array(keptSchema).catch([]);

/**
 * Remembers the runs that go on, so that the next start of VS Code can tell which of them this one leaves behind, or cuts off.
 *
 * What it returns ends that.
 */
export function keepRuns(memory: Memory, runs: Runs, nameOf: (run: ShownRun) => string): () => void {
  let written = '';
  return runs.onChange(() => {
    const live = runs.list().flatMap((run) => keptOf(run, nameOf) ?? []);
    const text = JSON.stringify(live);
    if (text === written) return;
    written = text;
    void memory.set(runsKey, live);
  });
}

/** The runs that an earlier session has left behind; they are told once. */
export async function takeKeptRuns(memory: Memory): Promise<readonly KeptRun[]> {
  const kept = allKept.parse(memory.get(runsKey) ?? []);
  if (kept.length > 0) await memory.set(runsKey, []);
  return kept;
}

function keptOf(run: ShownRun, nameOf: (run: ShownRun) => string): KeptRun | undefined {
  const { id, kind, call, activeflow, profile, document, startedAt, caller } = run;
  // What runs in this process ends with it, so that nothing has to be found there again.
  const resourceId = (kind === 'call' ? call?.id : activeflow?.id) ?? (profile === 'local' ? '' : undefined);
  if (isOver(run) || kind === 'simulation' || resourceId === undefined) return undefined;
  return {
    id,
    kind,
    resourceId,
    profile,
    name: nameOf(run),
    uri: document.uri,
    startedAt,
    ...(caller === undefined ? {} : { isIncoming: true }),
  };
}
