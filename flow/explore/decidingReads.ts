import type { SavedAction } from '../simulator';
import { substituteText } from '../simulator/go/substitute';
import type { Run } from '../simulator/run/run';
import { actionAt, type Position } from '../simulator/stack/stackMap';
import { decidersOf, makesTemplates, testedByBranch } from './decides';
import { canBeSilent, namesIn, readsIn, textOption } from './optionReading';
import type { Outside } from './outside';
import { withoutStandIns } from './standIns';
import { isScheduled } from './stateKey';

/**
 * The variables by which the next action goes one way or another, or that it copies into what other texts are made of. Each is asked for once those before it are known: a name
 * can be made of other variables, and of a text that is spoken it counts only whether it is empty.
 */
export function* decidingReads(at: Position, run: Run, outside: Outside): Iterable<string> {
  const action = actionAt(at);
  switch (action?.type) {
    case 'branch': {
      yield* readsIn(action.option);
      yield replaced(testedByBranch(action), run);
      return;
    }
    case 'variable_set': {
      const key = textOption(action, 'key');
      const value = textOption(action, 'value');
      yield* namesIn(key);
      const later = liveAfter(at, outside);
      if (copiedNames(at, run, outside) || (later !== 'all' && !later.has(replaced(key, run)))) return;
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

/**
 * The variables that the next action copies without a look at what they hold; undefined where it may matter: a value is substituted once more when it is
 * set, and the platform reads its own variables anywhere.
 */
export function copiedNames(at: Position, run: Run, { open }: Outside): readonly string[] | undefined {
  const action = actionAt(at);
  if (action?.type !== 'variable_set' || makesTemplates(action)) return undefined;
  const value = textOption(action, 'value');
  if (replaced(textOption(action, 'key'), run).startsWith('voipbin.')) return undefined;
  const names = namesIn(value);
  const isPlain = (text: string) => !/[${}]/.test(text);
  const arePlain = names.every((name) => (open.copiedValuesOf(name, run) ?? []).every(isPlain));
  return arePlain && isPlain(replaced(value, run)) ? names : undefined;
}

const decidingNames = (action: SavedAction) => (decidersOf(action) ?? []).filter((name) => !name.startsWith('#'));

function* untilOneIsSet(names: readonly string[], { variables }: Run): Iterable<string> {
  for (const name of names) {
    if (names.some((other) => withoutStandIns(variables.get(other) ?? '') !== '')) return;
    yield name;
  }
}

const replaced = (text: string, { variables }: Run) => substituteText(text, (name) => variables.get(name));

/** What can depend on how long a text takes: the time of day, an agent, a detector, and what is given by the clock. */
function countsTime(at: Position, { queue, amdHangupAt, input }: Run, outside: Outside): boolean {
  if (queue || amdHangupAt !== undefined || input.endsAt !== undefined || isScheduled(outside.given)) return true;
  const later = liveAfter(at, outside);
  return later === 'all' || later.has('#now') || later.has('#queue_join');
}

const liveAfter = (at: Position, { live }: Outside) => live({ forward: undefined, current: at });
