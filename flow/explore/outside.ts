import { type ActionList, digitsVariable, type Run, type WorldScript } from '../simulator';
import { type Constants, constantsOf, otherThan } from './constants';
import type { Facts } from './facts';
import { type LiveNames, liveNames } from './liveNames';
import { livenessOf } from './liveness';
import { type Times, timesOf } from './times';

/** What a run can depend on, and what the outside can do that makes a difference. */
export interface Outside {
  readonly live: LiveNames;
  constantsFor(run: Run): Constants;
  /** The times that make a difference to the lists that are being run; undefined where none does. */
  timesFor(run: Run): Times | undefined;
  /** Variables that come from outside and still decide something, each with the values that make a difference. */
  openVariables(run: Run, facts: Facts): readonly { readonly name: string; readonly values: readonly string[] }[];
}

const usualTime = '2026-11-18T10:30:00Z';

/** The outside, on the ground of what is known of it. */
export function outsideOf(world: WorldScript): Outside {
  const live = liveNames(remembered(livenessOf));
  const constantsIn = remembered(constantsOf);
  const timesIn = remembered((list) => timesOf(list, new Date(world.now ?? usualTime)));

  const constantsFor = (run: Run): Constants => {
    const [inner, ...around] = listsOf(run);
    if (!inner) return new Map();
    return around.length === 0 ? constantsIn(inner) : merged([inner, ...around].map(constantsIn));
  };

  return {
    live,
    constantsFor,
    timesFor(run) {
      for (const list of listsOf(run)) {
        const times = timesIn(list);
        if (times) return times;
      }
      return undefined;
    },
    openVariables(run, facts) {
      const main = listsOf(run).at(-1);
      if (!main) return [];
      const names = live(run);
      const isOpen = (name: string) =>
        (names === 'all' || names.has(name)) &&
        isFromOutside(name, main) &&
        !facts.decided.has(`variable ${name}`) &&
        world.variables?.[name] === undefined;
      return [...constantsFor(run)].flatMap(([name, values]) => {
        if (!isOpen(name)) return [];
        const other = otherThan(values, ['', 'other', '-1']);
        return [{ name, values: other === undefined ? [...values] : [other, ...values] }];
      });
    },
  };
}

function merged(all: readonly Constants[]): Constants {
  const result = new Map<string, Set<string>>();
  for (const [name, values] of all.flatMap((constants) => [...constants])) {
    const known = result.get(name) ?? new Set();
    for (const value of values) known.add(value);
    result.set(name, known);
  }
  return result;
}

function remembered<T>(make: (list: ActionList) => T): (list: ActionList) => T {
  const known = new Map<ActionList, T>();
  return (list) => {
    if (known.has(list)) return known.get(list) as T;
    const made = make(list);
    known.set(list, made);
    return made;
  };
}

/** The lists that are being run, the innermost first. */
function listsOf(run: Run): ActionList[] {
  const lists: ActionList[] = [];
  for (let stack = (run.forward ?? run.current)?.stack; stack; stack = stack.caller?.stack) lists.push(stack.list);
  return lists;
}

/** A variable that comes from outside: no action of the flow sets it, and the platform does not while the flow runs. */
function isFromOutside(name: string, { actions }: ActionList): boolean {
  if (name === digitsVariable || name === '') return false;
  const isKnownAtStart = /^voipbin\.(call\.(source|destination)|conversation_message)\./.test(name);
  if (name.startsWith('voipbin.') && !isKnownAtStart) return false;
  return !actions.some((action) => action.type === 'variable_set' && action.option?.key === name);
}
