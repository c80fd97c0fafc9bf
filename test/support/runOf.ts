import type { ShownRun } from '../../client/run/run';
import { emptyTrace } from '../../client/run/traceModel';

/** A run of which nothing is known, but for what a test says. */
export function runOf(known: Partial<ShownRun> & { readonly text?: string } = {}): ShownRun {
  const { text = '[]', ...more } = known;
  return {
    id: 'run',
    kind: 'call',
    document: {
      uri: 'file:///flows/menu.flow.json',
      name: 'menu.flow.json',
      text,
      jsonc: false,
      pathById: new Map(),
      listPath: [],
    },
    destination: undefined,
    profile: 'cloud',
    startedAt: Date.parse('2026-01-02T12:00:00Z'),
    endedAt: undefined,
    phase: 'starting',
    call: undefined,
    activeflow: undefined,
    events: undefined,
    trace: emptyTrace,
    incidents: [],
    problem: undefined,
    canHangUp: true,
    ...more,
  };
}
