import type { SavedAction } from '../simulator';
import { namesIn, textOption } from './optionReading';

/** Variables that conditions compare with one another, directly or by way of others. */
export interface Chains {
  /** As many texts as variables of a chain can differ in, in the order of texts, besides some others. */
  textsFor(names: readonly string[], others?: ReadonlySet<string>): readonly string[];
  /** Of how many the chain of a variable is. */
  sizeOf(name: string): number;
  /** Whether some condition asks for the order of two in the chain of a variable. */
  isOrdered(name: string): boolean;
  /** There are not enough texts for all that chains can hold. */
  readonly isPartial: boolean;
}

/** More variables of one chain are not told apart: their values multiply. */
const maxVariables = 12;
/** Of two, or of a variable that is compared with itself. */
const fewest = 2;

/** The chains among some actions. `testedText`: what a condition looks at. */
export function chainsOf(actions: readonly SavedAction[], testedText: (action: SavedAction) => string): Chains {
  const pairs = actions
    .filter(({ type }) => type === 'condition_variable')
    .map((action) => sidesOf(action, testedText));
  const chainOf = new Map<string, Set<string>>();
  for (const { names, isChain } of pairs) {
    if (!isChain) continue;
    const joined = new Set(names.flatMap((name) => [name, ...(chainOf.get(name) ?? [])]));
    for (const name of joined) chainOf.set(name, joined);
  }
  const sizeOf = (name: string) => Math.min(maxVariables, Math.max(fewest, chainOf.get(name)?.size ?? 0));
  const ordered = new Set(pairs.flatMap(({ names, isChain, isOrder }) => (isChain && isOrder ? names : [])));
  // A variable that takes the value of another in the same chain can rise with each round of a loop.
  const rises = actions.some((action) => {
    if (action.type !== 'variable_set') return false;
    const chain = chainOf.get(textOption(action, 'key'));
    return namesIn(textOption(action, 'value')).some((name) => chain?.has(name) && ordered.has(name));
  });
  return {
    textsFor: (names, others) => texts(Math.max(fewest, ...names.map(sizeOf)), others),
    sizeOf,
    isOrdered: (name) => [...(chainOf.get(name) ?? [])].some((linked) => ordered.has(linked)),
    isPartial: rises || [...chainOf.values()].some(({ size }) => size > maxVariables),
  };
}

/** Whether a condition asks which of two comes first, as far as can be told before the run. */
export const isOrder = (action: SavedAction) =>
  !['==', '!=', 'equal', 'not_equal'].includes(textOption(action, 'condition'));

function sidesOf(action: SavedAction, testedText: (action: SavedAction) => string) {
  const type = textOption(action, 'value_type');
  const [left, right] = [namesIn(testedText(action)), namesIn(textOption(action, 'value_string'))];
  const comparesTexts = type !== 'number' && type !== 'length';
  return {
    names: [...left, ...right],
    isChain: comparesTexts && left.length > 0 && right.length > 0,
    isOrder: isOrder(action),
  };
}

/** So many texts of keys besides others, each behind the one before it: 1 to 9, then 91 to 99. */
function texts(count: number, others: ReadonlySet<string> = new Set()): readonly string[] {
  const found: string[] = [];
  for (let at = 0; found.length < count; at++) {
    const text = '9'.repeat(Math.floor(at / 9)) + String(1 + (at % 9));
    if (!others.has(text)) found.push(text);
  }
  return found;
}
