import { digitsVariable } from '../catalog/variables';
import type { QuirkSwitches, SavedAction } from '../simulator';
import { type Chains, isOrder } from './chains';
import { testedByBranch } from './decides';
import { lengthLimit, numberLimit, orderLimit, type TestLimit } from './limits';
import {
  canBeSilent,
  isOnlyVariables,
  namesIn,
  numberOption,
  optionOf,
  textOption,
  wholeVariable,
} from './optionReading';
import { filled } from './templates';

export type TestMeaning = Pick<
  QuirkSwitches,
  'condition-variable-literal' | 'branch-variable-braces' | 'length-counts-bytes'
>;

/** A text that a test looks at, with the values of it that make a difference. */
export interface Comparison {
  readonly template: string;
  readonly values: readonly string[];
  /** Where it changes its mind otherwise. */
  readonly limits?: readonly TestLimit[];
  /** It is compared with what other variables hold. */
  readonly isMixed?: boolean;
  /** What stands around the variables is compared, too. */
  readonly isUneven?: boolean;
  /** The values are not all that make a difference. */
  readonly isPartial?: boolean;
}

/** What an action compares texts with, but for words and ids that the engine knows. */
export function* comparisonsOf(action: SavedAction, meaning: TestMeaning, chains: Chains): Iterable<Comparison> {
  switch (action.type) {
    case 'branch': {
      const cases = optionOf(action, 'target_ids');
      const values = typeof cases === 'object' && cases !== null ? Object.keys(cases) : [];
      const name = testedByBranch(action);
      const braced = meaning['branch-variable-braces'] ? undefined : wholeVariable(name);
      yield { template: `\${${braced ?? name}}`, values };
      // The value is a name; without one it is the digits that count.
      if (meaning['branch-variable-braces'] && isOnlyVariables(name)) {
        yield { template: `\${${digitsVariable}}`, values };
        yield* namesIn(name).map((inner) => ({ template: `\${${inner}}`, values: [''] }));
      }
      return;
    }
    case 'condition_variable':
      yield* variableComparisons(action, testedText(action, meaning), meaning, chains);
      return;
    case 'condition_call_digits': {
      const key = textOption(action, 'key');
      const length = numberOption(action, 'length') ?? 0;
      const isOpen = key.includes('${');
      const limits: readonly TestLimit[] = [
        ...(length === 0 ? [] : [lengthLimit(length, 'bytes')]),
        ...(key === '' ? [] : [{ by: 'holds', at: isOpen ? '1' : key } as const]),
      ];
      if (isOpen) yield { template: key, values: ['', '1'], isMixed: true };
      yield { template: `\${${digitsVariable}}`, values: [], limits };
      return;
    }
    case 'talk':
    case 'digits_send': {
      const text = textOption(action, action.type === 'talk' ? 'text' : 'digits');
      // The caller listens to something, or there is nothing to listen to.
      if (canBeSilent(text)) yield* namesIn(text).map((name) => ({ template: `\${${name}}`, values: ['', '123'] }));
    }
  }
}

/** The text that a condition tests: by the documented meaning a bare text that is not a number is the name of a variable. */
export function testedText(action: SavedAction, meaning: TestMeaning): string {
  const text = textOption(action, 'variable');
  const isName = !meaning['condition-variable-literal'] && !text.includes('${') && /^[^\d+\-.]/.test(text);
  return isName ? `\${${text}}` : text;
}

function* variableComparisons(
  action: SavedAction,
  tested: string,
  meaning: TestMeaning,
  chains: Chains,
): Iterable<Comparison> {
  const type = textOption(action, 'value_type');
  // Where a variable says what is compared, each is.
  const compares = (kind: string) => type === kind || type.includes('${');
  if (compares('number')) {
    const seesNaN = !isOrder(action) && !['==', 'equal'].includes(textOption(action, 'condition'));
    const isAny = textOption(action, 'condition').includes('${');
    yield {
      template: tested,
      values: [],
      limits: [numberLimit(numberOption(action, 'value_number') ?? 0, seesNaN || isAny)],
    };
  }
  if (compares('length')) {
    const counts = meaning['length-counts-bytes'] ? 'bytes' : 'characters';
    yield { template: tested, values: [], limits: [lengthLimit(numberOption(action, 'value_length') ?? 0, counts)] };
  }
  if (compares('string')) yield* textComparisons(action, tested, chains);
}

function textComparisons(action: SavedAction, tested: string, chains: Chains): readonly Comparison[] {
  const other = textOption(action, 'value_string');
  const [left, right] = [namesIn(tested), namesIn(other)];
  if (left.length > 0 && right.length > 0) {
    const isUneven = [tested, other].some((template) => wholeVariable(template) === undefined);
    // What makes a difference for two variables depends on all that either is compared with.
    if (!isUneven) return [tested, other].map((template) => ({ template, values: [], isMixed: true }));
    // Where something stands around them, what each gives for some texts is tried for the other.
    const any = ['', ...chains.textsFor([...left, ...right])];
    const both = [...any, ...[tested, other].flatMap((template) => any.map((text) => filled(template, text)))];
    const isPartial = isOrder(action);
    return [tested, other].map((template) => ({ template, values: both, isMixed: true, isUneven, isPartial }));
  }
  const comparison = (template: string, text: string): Comparison => ({
    template,
    values: [text],
    limits: isOrder(action) ? [orderLimit(text)] : [],
  });
  if (left.length > 0) return [comparison(tested, other)];
  return right.length > 0 ? [comparison(other, tested)] : [];
}
