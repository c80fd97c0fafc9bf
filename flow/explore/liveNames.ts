import type { ActionList, Run } from '../simulator';
import type { Liveness } from './liveness';

type Stack = NonNullable<Run['current']>['stack'];

/** Tells what the rest of a run can still depend on. */
export type LiveNames = (run: Pick<Run, 'forward' | 'current'>) => ReadonlySet<string> | 'all';

/** The names on which anything in the running lists can still depend. */
export function liveNames(livenessOf: (list: ActionList) => Liveness): LiveNames {
  return (run) => {
    const at = run.forward ?? run.current;
    if (!at) return 'all';
    const own = livenessOf(at.stack.list);
    const here = run.forward ? own.before(at.position) : own.after(at.position);
    if (!at.stack.caller) return here;
    if (here === 'all') return 'all';
    const names = new Set(here);
    // A jump may lead anywhere in the lists around.
    for (let stack: Stack | undefined = at.stack.caller.stack; stack; stack = stack.caller?.stack) {
      const around = livenessOf(stack.list).anywhere;
      if (around === 'all') return 'all';
      for (const name of around) names.add(name);
    }
    return names;
  };
}
