import { startId } from '../catalog/reservedIds';
import { perObject } from '../collections/perObject';
import { canonicalUuid } from '../model/uuid';
import type { ActionList } from '../simulator';
import type { Run } from '../simulator/run/run';
import type { Stack } from '../simulator/stack/stackMap';
import type { Liveness } from './liveness';
import { textsIn } from './optionReading';

/** Tells what the rest of a run can still depend on. */
export type LiveNames = (run: Pick<Run, 'forward' | 'current'>) => ReadonlySet<string> | 'all';

/** The names on which anything in the running lists can still depend. */
export function liveNames(livenessOf: (list: ActionList) => Liveness): LiveNames {
  const targetsIn = perObject(targetsOf);
  const leadsInto = (inner: ActionList, outer: ActionList): boolean => {
    const ids = targetsIn(inner);
    return ids === 'any' || ids.has(startId) || [...ids].some((id) => outer.byId.has(id));
  };
  return (run) => {
    const at = run.forward ?? run.current;
    if (!at) return 'all';
    const own = livenessOf(at.stack.list);
    const here = run.forward ? own.before(at.position) : own.after(at.position);
    if (!at.stack.caller) return here;
    if (here === 'all') return 'all';
    const names = new Set(here);
    const inner = [at.stack.list];
    for (let caller: Stack['caller'] = at.stack.caller; caller; caller = caller.stack.caller) {
      const { list } = caller.stack;
      const around = livenessOf(list);
      // The list goes on behind the action that pushed another one, or a jump from within leads anywhere in it.
      const then = inner.some((item) => leadsInto(item, list)) ? around.anywhere : around.after(caller.position);
      if (then === 'all') return 'all';
      for (const name of then) names.add(name);
      inner.push(list);
    }
    return names;
  };
}

/** The ids that the actions of a list name; `any` where a variable does. */
function targetsOf({ actions }: ActionList): ReadonlySet<string> | 'any' {
  const found = new Set<string>();
  for (const { nextId, option } of actions) {
    found.add(nextId);
    for (const text of textsIn(option)) {
      if (text.includes('${')) return 'any';
      found.add(canonicalUuid(text) ?? text);
    }
  }
  return found;
}
