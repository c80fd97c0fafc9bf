import { type Position, type Run, type SavedAction, substituteText } from '../simulator';
import { branchVariable, decidersOf } from './decides';
import { canBeSilent, namesIn, readsIn, textOption } from './optionReading';
import type { Outside } from './outside';
import { isTimed } from './stateKey';

/**
 * The variables by which the next action goes one way or another, or that it copies. Each is asked for once those before it are known: a name
 * can be made of other variables, and of a text that is spoken it counts only whether it is empty.
 */
export function* decidingReads(at: Position, run: Run, outside: Outside): Iterable<string> {
  const action = at.stack.list.actions[at.position];
  switch (action?.type) {
    case 'branch': {
      yield* readsIn(action.option);
      yield replaced(branchVariable(action), run);
      return;
    }
    case 'variable_set': {
      const key = textOption(action, 'key');
      const value = textOption(action, 'value');
      yield* namesIn(key);
      const later = liveAfter(at, outside);
      if (later !== 'all' && !later.has(replaced(key, run))) return;
      yield* namesIn(value);
      // A value is substituted once more when it is set.
      yield* namesIn(replaced(value, run));
      return;
    }
    case 'talk':
    case 'digits_send': {
      const text = textOption(action, action.type === 'talk' ? 'text' : 'digits');
      const spoken = namesIn(text);
      yield* decidingNames(action).filter((name) => !spoken.includes(name));
      if (canBeSilent(text)) yield* untilOneIsSet(spoken, run);
      if (spoken.length > 0 && countsTime(at, run, outside)) yield* spoken;
      return;
    }
    default:
      if (action) yield* decidingNames(action);
  }
}

const decidingNames = (action: SavedAction) => (decidersOf(action) ?? []).filter((name) => !name.startsWith('#'));

function* untilOneIsSet(names: readonly string[], { variables }: Run): Iterable<string> {
  for (const name of names) {
    if (names.some((other) => (variables.get(other) ?? '') !== '')) return;
    yield name;
  }
}

const replaced = (text: string, { variables }: Run) => substituteText(text, (name) => variables.get(name));

/** What can depend on how long a text takes: the time of day, an agent, a detector, and what is given by the clock. */
function countsTime(at: Position, { queue, amdHangupAt, input }: Run, outside: Outside): boolean {
  if (queue || amdHangupAt !== undefined || input.endsAt !== undefined || isTimed(outside.given)) return true;
  const later = liveAfter(at, outside);
  return later === 'all' || later.has('#now') || later.has('#queue_join');
}

const liveAfter = (at: Position, { live }: Outside) => live({ forward: undefined, current: at });
