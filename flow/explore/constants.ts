import type { ActionList, SavedAction } from '../simulator';
import { type Chains, chainsOf } from './chains';
import { type Comparison, comparisonsOf, type TestMeaning, testedText } from './comparisons';
import { placedActions, placedReads } from './decides';
import { limitKey, limitsWithin, orderLimit, type TestLimit } from './limits';
import { namesIn, textOption, wholeVariable } from './optionReading';
import { idsOf, type KnownIds, optionValues } from './optionValues';
import { pivotsAround } from './pivots';
import { filled, partsOf, valuesThatGive } from './templates';
import { type Tested, untested } from './tested';

/** What the tests of a flow can tell of variables, by the variable that is tested. */
export type Constants = ReadonlyMap<string, Tested>;

/** What else is found of a variable. */
const marks = ['isMixed', 'isBlurred', 'isUneven', 'isPartial'] as const;

const comparedMarks = ['isMixed', 'isUneven', 'isPartial'] as const;

/** The same while it is collected. */
interface Found {
  readonly equals: Set<string>;
  readonly limits: Map<string, TestLimit>;
  isMixed: boolean;
  /** A limit of a text that other variables make up, too. */
  isBlurred: boolean;
  /** It is compared with another one, but not by itself. */
  isUneven: boolean;
  isPartial: boolean;
}

/**
 * What the actions of a list compare variables with, also by way of copies of them and of texts that are made of them. `ids`: those that
 * something has.
 */
export function constantsOf(
  { actions }: Pick<ActionList, 'actions'>,
  meaning: TestMeaning,
  ids: KnownIds = { actions: idsOf(actions), others: [] },
): Constants {
  const found = new Map<string, Found>();
  const of = (name: string): Found => {
    const known = found.get(name) ?? newFound();
    found.set(name, known);
    return known;
  };
  const addTo = (template: string, values: Iterable<string>, limits: Iterable<TestLimit> = []): boolean => {
    const parts = partsOf(template);
    let any = false;
    for (const value of values) {
      for (const [name, own] of valuesThatGive(parts, value)) any = addAll(of(name), own) || any;
    }
    for (const limit of limits) {
      const own = limitsWithin(parts, limit);
      for (const name of parts.names) {
        for (const within of own ?? [limit]) any = addLimit(of(name), within) || any;
        if (!own) any = mark(of(name), 'isBlurred') || any;
      }
      // Each beginning of a text counts where another variable goes on in it.
      if (limit.by !== 'order' || parts.names.length < 2) continue;
      for (const [name, values] of valuesThatGive(parts, limit.at)) any = addAll(of(name), values) || any;
    }
    if (parts.names.length > 1) for (const name of parts.names) any = mark(of(name), 'isMixed') || any;
    return any;
  };
  const chains = chainsIn(actions, meaning);
  for (const action of actions) {
    for (const { template, values, limits, ...told } of allComparisons(action, meaning, chains, ids)) {
      addTo(template, values, limits);
      for (const name of namesIn(template)) for (const kind of comparedMarks) if (told[kind]) mark(of(name), kind);
    }
  }
  const pairs = withCopied(pairsOf(actions, meaning), actions);
  for (const { from, to } of pairs) {
    // A variable is compared with what another one was set to.
    for (const value of valuesSetTo(to, actions)) {
      const names = namesIn(value);
      const own = names.flatMap((name) => found.get(name) ?? []);
      if (names.length === 0) addAll(of(from), [value]);
      else if (wholeVariable(value) === undefined) {
        addAll(
          of(from),
          own.flatMap(({ equals }) => [...equals].map((text) => filled(value, text))),
        );
        if (names.length > 1 || own.some(({ limits }) => limits.size > 0)) mark(of(from), 'isPartial');
      }
    }
  }
  const copies = [
    ...actions.flatMap((action) => copiesOf(action)),
    ...pairs.map(({ from, to }) => ({ template: `\${${from}}`, to })),
  ];
  // As often as copies are copied on. Values and limits get no longer on the way, so that this ends.
  const copyOn = () => {
    for (let changes = true; changes; ) {
      changes = copies.reduce((any, { template, to }) => {
        const known = found.get(to);
        if (!known) return any;
        const more = addTo(template, [...known.equals], [...known.limits.values()]);
        const own = marks.filter((name) => known[name]);
        const told = partsOf(template).names.flatMap((name) => own.map((kind) => mark(of(name), kind)));
        return more || told.includes(true) || any;
      }, false);
    }
  };
  copyOn();
  const compared = new Set(pairs.map(({ from }) => from));
  for (const name of compared) spread(of(name), name, chains);
  copyOn();
  return new Map([...found].map(([name, known]) => [name, tested(known)]));
}

const newFound = (): Found => ({
  equals: new Set(),
  limits: new Map(),
  isMixed: false,
  isBlurred: false,
  isUneven: false,
  isPartial: false,
});

function tested({ equals, limits, isMixed, isBlurred, isUneven, isPartial }: Found): Tested {
  const isUnsure = (isBlurred && (equals.size > 0 || limits.size > 1)) || (isUneven && limits.size > 0);
  return { equals, limits: [...limits.values()], isMixed, isPartial: isPartial || isUnsure };
}

function addAll({ equals }: Found, values: Iterable<string>): boolean {
  const size = equals.size;
  for (const value of values) equals.add(value);
  return equals.size > size;
}

function addLimit({ limits }: Found, limit: TestLimit): boolean {
  if (limits.has(limitKey(limit))) return false;
  limits.set(limitKey(limit), limit);
  return true;
}

function mark(known: Found, what: (typeof marks)[number]): boolean {
  const before = known[what];
  known[what] = true;
  return !before;
}

/** What the tests can tell of a variable. */
export const testedIn = (constants: Constants, name: string): Tested => constants.get(name) ?? untested;

/** The variables among some actions that are compared with one another. */
export const chainsIn = (actions: readonly SavedAction[], meaning: TestMeaning): Chains =>
  chainsOf(actions, (action) => testedText(action, meaning));

function* allComparisons(
  action: SavedAction,
  meaning: TestMeaning,
  chains: Chains,
  ids: KnownIds,
): Iterable<Comparison> {
  yield* comparisonsOf(action, meaning, chains);
  yield* optionValues(action, ids);
  if (action.type !== 'call' || !action.option) return;
  const placed = placedActions(action.option);
  const own = constantsOf({ actions: placed }, meaning, { ...ids, actions: idsOf(placed) });
  for (const name of placedReads(action)) {
    const { equals, limits } = testedIn(own, name);
    yield { template: `\${${name}}`, values: [...equals], limits };
  }
}

/** Adds what those that a variable is compared with can differ in, on each side of all that any of them is compared with. */
function spread(known: Found, name: string, chains: Chains): void {
  const size = chains.sizeOf(name);
  const isOrdered = chains.isOrdered(name);
  const limits = [...known.limits.values()];
  const ordered = [...limits.flatMap((limit) => (limit.by === 'order' ? [limit.at] : []))];
  if (isOrdered) ordered.push(...known.equals);
  if (limits.length + ordered.length === 0) {
    addAll(known, chains.textsFor([name], known.equals));
    return;
  }
  const isByOrder = limits.every(({ by }) => by === 'order');
  const pivots = pivotsAround(ordered, { count: isByOrder ? size - 1 : size, ofEachLength: !isByOrder });
  for (const text of [...ordered, ...pivots]) addLimit(known, orderLimit(text));
}

/** A variable that holds what a template gives, so that what it is compared with counts for the names in the template. */
interface Copy {
  readonly template: string;
  readonly to: string;
}

function copiesOf(action: SavedAction): readonly Copy[] {
  if (action.type !== 'variable_set') return [];
  const template = textOption(action, 'value');
  return namesIn(template).length === 0 ? [] : [{ template, to: textOption(action, 'key') }];
}

const valuesSetTo = (name: string, actions: readonly SavedAction[]): readonly string[] =>
  actions
    .filter((action) => action.type === 'variable_set' && textOption(action, 'key') === name)
    .map((action) => textOption(action, 'value'));

/** Variables that are compared with one another, in both directions. */
function pairsOf(actions: readonly SavedAction[], meaning: TestMeaning): readonly Pair[] {
  return actions.flatMap((action) => {
    if (action.type !== 'condition_variable') return [];
    const left = wholeVariable(testedText(action, meaning));
    const right = wholeVariable(textOption(action, 'value_string'));
    return left === undefined || right === undefined ? [] : bothWays(left, right);
  });
}

interface Pair {
  readonly from: string;
  readonly to: string;
}

const bothWays = (a: string, b: string): readonly Pair[] => [
  { from: a, to: b },
  { from: b, to: a },
];

/** Pairs, and those of a variable in them with one that it is a copy of: what that one is compared with makes a difference for the others, too. */
function withCopied(pairs: readonly Pair[], actions: readonly SavedAction[]): readonly Pair[] {
  const all = [...pairs];
  const looked = new Set<string>();
  for (const { to } of all) {
    if (looked.has(to)) continue;
    looked.add(to);
    for (const value of valuesSetTo(to, actions)) {
      const source = wholeVariable(value);
      if (source !== undefined && source !== to) all.push(...bothWays(to, source));
    }
  }
  return all;
}

/** A text that is none of the values: what everybody else says. */
export function otherThan(values: ReadonlySet<string>, candidates: Iterable<string>): string | undefined {
  for (const candidate of candidates) if (!values.has(candidate)) return candidate;
  return undefined;
}
