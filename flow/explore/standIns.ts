import type { RunEvent } from '../simulator';
import type { Run } from '../simulator/run/run';

/**
 * A variable can take the value of one from outside before anything depends on that. Until a test reads it, a mark with the name stands in its text,
 * so that copies of many variables do not multiply what each of them can be.
 */
const [opens, closes] = ['\uE000', '\uE001'];
const standIns = /\uE000([^\uE001]*)\uE001/g;

const standInFor = (name: string) => opens + name + closes;

/** The variables whose values a text waits for. */
export function standInsIn(text: string): readonly string[] {
  return text.includes(opens) ? [...text.matchAll(standIns)].map(([, name = '']) => name) : none;
}

const none: readonly string[] = [];

/** What is certain of a text. */
export const withoutStandIns = (text: string) => (text.includes(opens) ? text.replace(standIns, '') : text);

/** Gives every text that waits for a variable its value. */
export function settle({ variables }: Run, name: string, value: string): void {
  const mark = standInFor(name);
  for (const [other, text] of variables) if (text.includes(mark)) variables.set(other, text.replaceAll(mark, value));
}

/** Undoes a change of variables, but for those that an action has set since. */
export type Undo = (events: readonly RunEvent[]) => void;

/** Has some variables hold their stand-ins, for an action that copies them. */
export const lend = (run: Run, names: readonly string[]): Undo =>
  replace(
    run,
    names.map((name) => [name, standInFor(name)]),
  );

/** Takes the stand-ins out of all texts, for an action that depends on none. */
export const hide = (run: Run): Undo =>
  replace(
    run,
    [...run.variables].flatMap(([name, text]) =>
      text.includes(opens) ? [[name, withoutStandIns(text)] as const] : [],
    ),
  );

function replace({ variables }: Run, changes: readonly (readonly [string, string])[]): Undo {
  const before = changes.map(([name]) => [name, variables.get(name)] as const);
  for (const [name, text] of changes) variables.set(name, text);
  return (events) => {
    for (const [name, text] of before) {
      if (events.some((event) => event.type === 'variable' && event.name === name)) continue;
      if (text === undefined) variables.delete(name);
      else variables.set(name, text);
    }
  };
}
