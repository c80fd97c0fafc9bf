import { createListeners } from '../../flow';
import { familyOf } from './family';
import type { ShownRun } from './run';
import type { Runs } from './runs';

/** Which run of a document is shown on its lines and on its picture. */
export interface ShownMarks {
  /** The run that was chosen, else the newest, followed by those that have to do with it; none where marks were cleared. */
  of(uri: string): readonly ShownRun[];
  /** Shows this run; undefined: none, until the next one begins. */
  show(run: ShownRun | undefined): void;
  /** Is told the document whose marks have changed; undefined: all. What it returns ends that. */
  onChange(listener: (uri: string | undefined) => void): () => void;
}

/** Of several runs of one document it shows the one that was chosen, else the newest. Another run that begins takes its place. */
export function createShownMarks(runs: Runs): ShownMarks {
  /** By address of the document; undefined: nothing is shown. */
  const chosen = new Map<string, string | undefined>();
  const { add: onChange, tell } = createListeners<string | undefined>();
  runs.onChange((run) => {
    if (run && (run.phase === 'starting' || !chosen.get(run.document.uri))) chosen.delete(run.document.uri);
    tell(run?.document.uri);
  });
  return {
    of(uri) {
      const own = runs.list().filter((run) => run.document.uri === uri);
      const run = chosen.has(uri) ? own.find(({ id }) => id === chosen.get(uri)) : own[0];
      return run ? familyOf(run, runs.list()) : [];
    },
    show(run) {
      if (run) chosen.set(run.document.uri, run.id);
      else for (const shown of runs.list()) chosen.set(shown.document.uri, undefined);
      tell(undefined);
    },
    onChange,
  };
}
