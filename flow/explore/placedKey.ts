import { digitsVariable } from '../catalog/variables';
import { perObject } from '../collections/perObject';
import type { JsonObject } from '../json/jsonValue';
import type { SavedAction } from '../simulator';
import type { Run } from '../simulator/run/run';
import { actionAt } from '../simulator/stack/stackMap';
import { type Constants, constantsOf } from './constants';
import { decidersOf, placedActions, placedReads } from './decides';
import { namesIn, readsIn, textOption } from './optionReading';
import { classIn } from './tested';

/** Equal for two calls that the current action, a `call`, places if their flows go the same ways. */
export function placedKey({ current, variables, quirks }: Pick<Run, 'current' | 'variables' | 'quirks'>): string {
  const action = actionAt(current);
  const names = action ? placedReads(action) : [];
  if (!action?.option || names.length === 0) return '[]';
  const { constants, asTheyAre } = looks(action.option)(quirks);
  const kinds = names.map((name) => {
    const value = variables.get(name) ?? '';
    const tested = constants.get(name);
    // Two values of which all tests of the list say the same make the same flow of it.
    return !tested || tested.isMixed || tested.isPartial || asTheyAre.has(name) ? value : classIn(tested, value);
  });
  return JSON.stringify(kinds);
}

/** How the list of a `call` looks at the variables that are replaced in it. */
interface Look {
  readonly constants: Constants;
  /** More than what tests say of these counts. */
  readonly asTheyAre: ReadonlySet<string>;
}

/** Asked for each time that a `call` is tried. */
const looks = perObject((option: JsonObject) => {
  const actions = placedActions(option);
  return perObject(
    (quirks: Run['quirks']): Look => ({
      constants: constantsOf({ actions }, quirks),
      asTheyAre: new Set(actions.flatMap(readAsTheyAre)),
    }),
  );
});

/** Types that only test what they read, or copy it. */
const testing: ReadonlySet<string> = new Set([
  'branch',
  'condition_variable',
  'condition_call_digits',
  'condition_call_status',
  'variable_set',
  'talk',
  'digits_send',
  'hangup',
  'goto',
]);

function readAsTheyAre(action: SavedAction): readonly string[] {
  if (!testing.has(action.type) || !decidersOf(action)) return readsIn(action.option);
  // Stored digits are added to.
  return textOption(action, 'key') === digitsVariable ? namesIn(textOption(action, 'value')) : [];
}
