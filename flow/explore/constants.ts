import { findAction } from '../catalog';
import { type ActionList, digitsVariable, type QuirkSwitches, type SavedAction } from '../simulator';
import { type Chains, chainsOf, isOrder } from './chains';
import { branchVariable, placedActions, placedReads } from './decides';
import { type Limit, limitKey, limitsWithin, textsAt, textsBetween, textsWithin } from './limits';
import {
  canBeSilent,
  isOnlyVariables,
  namesIn,
  numberOption,
  optionOf,
  textOption,
  wholeVariable,
} from './optionReading';
import { lengthsAround, textsAround } from './sides';
import { filled, partsOf, valuesThatGive } from './templates';

/** The values on which tests of a flow turn, by the variable that is tested. */
export type Constants = ReadonlyMap<string, ReadonlySet<string>>;

const hangupReasons = Object.keys(findAction('hangup')?.options.reason?.values ?? {});

type Meaning = Pick<QuirkSwitches, 'condition-variable-literal' | 'branch-variable-braces'>;

/** A text that a test looks at, with the values of it that make a difference. */
interface Comparison {
  readonly template: string;
  readonly values: readonly string[];
  /** Where it changes its mind otherwise. */
  readonly limit?: Limit;
}

/** The values with which the actions of a list compare variables, also by way of copies of them and of texts that are made of them. */
export function constantsOf({ actions }: Pick<ActionList, 'actions'>, meaning: Meaning): Constants {
  const found = new Map<string, Set<string>>();
  const add = (name: string, values: Iterable<string>): boolean => {
    const known = found.get(name) ?? new Set<string>();
    const size = known.size;
    for (const value of values) known.add(value);
    found.set(name, known);
    return known.size > size;
  };
  const limits = new Map<string, Map<string, Limit>>();
  const addLimit = (name: string, limit: Limit): boolean => {
    const known = limits.get(name) ?? new Map<string, Limit>();
    if (known.has(limitKey(limit))) return false;
    limits.set(name, known.set(limitKey(limit), limit));
    add(name, textsAt(limit));
    return true;
  };
  const addTo = (template: string, values: Iterable<string>, within: Iterable<Limit> = []): boolean => {
    const parts = partsOf(template);
    let any = false;
    for (const value of values) {
      for (const [name, own] of valuesThatGive(parts, value)) any = add(name, own) || any;
    }
    for (const limit of within) {
      for (const name of parts.names) {
        const texts = textsWithin(parts, limit);
        if (texts.length > 0) any = add(name, texts) || any;
        for (const own of limitsWithin(parts, limit)) any = addLimit(name, own) || any;
      }
    }
    return any;
  };
  const chains = chainsIn(actions, meaning);
  for (const action of actions) {
    for (const { template, values, limit } of comparisonsOf(action, meaning, chains)) {
      addTo(template, limit ? [...values, ...textsAt(limit)] : values, limit ? [limit] : []);
    }
  }
  const copies = actions.flatMap((action) => copiesOf(action, meaning));
  for (const { from, to } of pairsOf(actions, meaning)) {
    // A variable is compared with what another one was set to.
    for (const action of actions) {
      if (action.type !== 'variable_set' || textOption(action, 'key') !== to) continue;
      const value = textOption(action, 'value');
      if (namesIn(value).length === 0) add(from, [...textsAround(value), ...chains.textsAround(from, value)]);
    }
  }
  // As often as copies are copied on. Values and limits get no longer on the way, so that this ends.
  for (let changes = true; changes; ) {
    changes = copies.reduce(
      (any, { template, to }) =>
        addTo(template, [...(found.get(to) ?? [])], [...(limits.get(to)?.values() ?? [])]) || any,
      false,
    );
  }
  for (const [name, own] of limits) add(name, textsBetween(own.values()));
  return found;
}

/** The variables among some actions that are compared with one another. */
export const chainsIn = (actions: readonly SavedAction[], meaning: Meaning): Chains =>
  chainsOf(actions, (action) => testedText(action, meaning));

/** A variable that holds what a template gives, so that what it is compared with counts for the names in the template. */
interface Copy {
  readonly template: string;
  readonly to: string;
}

function copiesOf(action: SavedAction, meaning: Meaning): readonly Copy[] {
  if (action.type === 'variable_set') {
    const template = textOption(action, 'value');
    return namesIn(template).length === 0 ? [] : [{ template, to: textOption(action, 'key') }];
  }
  return pairsOf([action], meaning).map(({ from, to }) => ({ template: `\${${from}}`, to }));
}

/** Variables that are compared with one another, in both directions. */
function pairsOf(
  actions: readonly SavedAction[],
  meaning: Meaning,
): readonly { readonly from: string; readonly to: string }[] {
  return actions.flatMap((action) => {
    if (action.type !== 'condition_variable') return [];
    const left = wholeVariable(testedText(action, meaning));
    const right = wholeVariable(textOption(action, 'value_string'));
    if (left === undefined || right === undefined) return [];
    return [
      { from: left, to: right },
      { from: right, to: left },
    ];
  });
}

function* comparisonsOf(action: SavedAction, meaning: Meaning, chains: Chains): Iterable<Comparison> {
  switch (action.type) {
    case 'branch': {
      const cases = optionOf(action, 'target_ids');
      const values = typeof cases === 'object' && cases !== null ? Object.keys(cases) : [];
      const name = branchVariable(action);
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
      yield* variableComparisons(action, testedText(action, meaning), chains);
      return;
    case 'condition_call_digits': {
      const key = textOption(action, 'key');
      const lengths = lengthsAround(numberOption(action, 'length') ?? 0);
      yield { template: `\${${digitsVariable}}`, values: key === '' ? lengths : [key, ...lengths] };
      return;
    }
    case 'hangup':
      yield { template: textOption(action, 'reason'), values: hangupReasons };
      return;
    case 'call': {
      const own = constantsOf({ actions: placedActions(action) }, meaning);
      yield* placedReads(action).map((name) => ({ template: `\${${name}}`, values: [...(own.get(name) ?? [])] }));
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
function testedText(action: SavedAction, meaning: Meaning): string {
  const text = textOption(action, 'variable');
  const isName = !meaning['condition-variable-literal'] && !text.includes('${') && /^[^\d+\-.]/.test(text);
  return isName ? `\${${text}}` : text;
}

function* variableComparisons(action: SavedAction, tested: string, chains: Chains): Iterable<Comparison> {
  switch (textOption(action, 'value_type')) {
    case 'number':
      yield { template: tested, values: [], limit: { by: 'number', at: numberOption(action, 'value_number') ?? 0 } };
      return;
    case 'length':
      yield { template: tested, values: [], limit: { by: 'length', at: numberOption(action, 'value_length') ?? 0 } };
      return;
    default: {
      const other = textOption(action, 'value_string');
      const [left, right] = [namesIn(tested), namesIn(other)];
      if (left.length > 0 && right.length > 0) {
        // Where both hold variables, what each gives for some texts is tried for the other.
        const any = chains.textsFor([...left, ...right]);
        const both = [...any, ...[tested, other].flatMap((template) => any.map((text) => filled(template, text)))];
        yield { template: tested, values: both };
        yield { template: other, values: both };
        return;
      }
      const comparison = (template: string, text: string, [name = '']: readonly string[]): Comparison =>
        isOrder(action)
          ? { template, values: [text, ...chains.textsAround(name, text)], limit: { by: 'order', at: text } }
          : { template, values: [text] };
      if (left.length > 0) yield comparison(tested, other, left);
      if (right.length > 0) yield comparison(other, tested, right);
    }
  }
}

/** A text that is none of the values: what everybody else says. */
export function otherThan(values: ReadonlySet<string>, candidates: Iterable<string>): string | undefined {
  for (const candidate of candidates) if (!values.has(candidate)) return candidate;
  return undefined;
}
