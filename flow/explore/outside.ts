import { digitsVariable, type Run, type SavedAction, type WorldScript } from '../simulator';
import { type Constants, constantsOf, otherThan } from './constants';
import type { Facts } from './facts';
import { actionsOf, mainList } from './lists';
import { type LiveNames, liveNames } from './liveNames';
import { livenessOf, readsOf } from './liveness';
import { type Times, timesOf } from './times';

/** What a run can depend on, and what the outside can do that makes a difference. */
export interface Outside {
  /** What is known of it: nothing else is tried in its place. */
  readonly given: WorldScript;
  readonly live: LiveNames;
  /** The actions of the flow, and of every list that is known of the outside. */
  actionsOf(run: Run): readonly SavedAction[];
  constantsFor(run: Run): Constants;
  /** The times that make a difference; undefined where none does. */
  timesFor(run: Run): Times | undefined;
  /** Variables that come from outside and still decide something, each with the values that make a difference. */
  openVariables(run: Run, facts: Facts): readonly { readonly name: string; readonly values: readonly string[] }[];
}

const usualTime = '2026-11-18T10:30:00Z';

/** The outside of the calls of one flow, on the ground of what is known of it. */
export function outsideOf(given: WorldScript): Outside {
  const elsewhere = actionsOf(given);
  const readElsewhere = readsOf({ actions: elsewhere });
  const live = liveNames(remembered((list) => livenessOf(list, readElsewhere)));
  const everywhere = remembered((main: readonly SavedAction[]) => ({ actions: [...main, ...elsewhere] }));
  const of = <T>(make: (list: { readonly actions: readonly SavedAction[] }, run: Run) => T) => {
    const known = new Map<readonly SavedAction[], T>();
    return (run: Run): T => {
      const main = mainList(run) ?? none;
      if (known.has(main)) return known.get(main) as T;
      const made = make(everywhere(main), run);
      known.set(main, made);
      return made;
    };
  };
  const constantsFor = of((list, { quirks }) => constantsOf(list, quirks));
  return {
    given,
    live,
    actionsOf: of(({ actions }) => actions),
    constantsFor,
    timesFor: of((list, { quirks }) => timesOf(list, new Date(given.now ?? usualTime), quirks)),
    openVariables(run, facts) {
      if (!run.current) return [];
      const names = live(run);
      const isOpen = (name: string) =>
        (names === 'all' || names.has(name)) &&
        isFromOutside(name, run) &&
        !facts.decided.has(`variable ${name}`) &&
        given.variables?.[name] === undefined;
      return [...constantsFor(run)].flatMap(([name, values]) => {
        if (!isOpen(name)) return [];
        const other = otherThan(values, ['', 'other', '-1']);
        return [{ name, values: other === undefined ? [...values] : [other, ...values] }];
      });
    },
  };
}

const none: readonly SavedAction[] = [];

function remembered<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    if (known.has(key)) return known.get(key) as T;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** A variable that comes from outside: neither the document nor an action has set it so far, and the platform does not while the flow runs. */
function isFromOutside(name: string, { input, variables }: Run): boolean {
  if (name === digitsVariable || name === '') return false;
  const isKnownAtStart = /^voipbin\.(call\.(source|destination)|conversation_message)\./.test(name);
  if (isKnownAtStart) return true;
  return !name.startsWith('voipbin.') && input.variables?.[name] === undefined && !variables.has(name);
}
