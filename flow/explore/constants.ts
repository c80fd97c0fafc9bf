import { type ActionList, digitsVariable, type SavedAction } from '../simulator';
import { branchVariable } from './decides';
import { numberOption, optionOf, textOption, wholeVariable } from './optionReading';

/** The values on which tests of a flow turn, by the variable that is tested. */
export type Constants = ReadonlyMap<string, ReadonlySet<string>>;

/** The values with which the actions of a list compare variables, also by way of copies of them. */
export function constantsOf({ actions }: ActionList): Constants {
  const found = new Map<string, Set<string>>();
  const add = (name: string, values: Iterable<string>): boolean => {
    const known = found.get(name) ?? new Set<string>();
    const size = known.size;
    for (const value of values) known.add(value);
    found.set(name, known);
    return known.size > size;
  };
  for (const action of actions) for (const [name, values] of comparisonsOf(action)) add(name, values);
  const copies = actions.flatMap((action) => {
    const from = action.type === 'variable_set' ? wholeVariable(textOption(action, 'value')) : undefined;
    return from === undefined ? [] : [{ from, to: textOption(action, 'key') }];
  });
  // As often as copies are copied on.
  for (let changes = true; changes; ) {
    changes = copies.reduce((any, { from, to }) => add(from, found.get(to) ?? []) || any, false);
  }
  return found;
}

function* comparisonsOf(action: SavedAction): Iterable<readonly [string, readonly string[]]> {
  switch (action.type) {
    case 'branch': {
      const cases = optionOf(action, 'target_ids');
      const keys = typeof cases === 'object' && cases !== null ? Object.keys(cases) : [];
      yield [branchVariable(action), keys];
      return;
    }
    case 'condition_variable': {
      const name = wholeVariable(textOption(action, 'variable'));
      if (name === undefined) return;
      yield [name, sidesOf(action)];
      const other = wholeVariable(textOption(action, 'value_string'));
      if (other !== undefined) yield [other, ['']];
      return;
    }
    case 'condition_call_digits': {
      const length = numberOption(action, 'length') ?? 0;
      const keys = [...textOption(action, 'key')];
      yield [digitsVariable, length > 0 && length <= 100 ? [...keys, '0'.repeat(length)] : keys];
    }
  }
}

/** Values on both sides of what a condition compares with. */
function sidesOf(action: SavedAction): readonly string[] {
  switch (textOption(action, 'value_type')) {
    case 'number': {
      const value = numberOption(action, 'value_number') ?? 0;
      return [value - 1, value, value + 1].map(String);
    }
    case 'length': {
      const value = Math.min(100, Math.max(0, numberOption(action, 'value_length') ?? 0));
      return [value - 1, value, value + 1].filter((length) => length >= 0).map((length) => '0'.repeat(length));
    }
    default: {
      const value = textOption(action, 'value_string');
      return [value, `${value}0`];
    }
  }
}

/** A text that is none of the values: what everybody else says. */
export function otherThan(values: ReadonlySet<string>, candidates: Iterable<string>): string | undefined {
  for (const candidate of candidates) if (!values.has(candidate)) return candidate;
  return undefined;
}
