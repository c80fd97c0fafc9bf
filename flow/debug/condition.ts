import { difference, holds } from '../catalog/compareCondition';
import { parseFloat32 } from '../json/parseFloat32';
import type { Lookup } from '../simulator/go/substitute';
import { substituteText } from '../simulator/go/substitute';
import { compareBytes } from '../simulator/go/utf8';
import { shorten } from '../text/shorten';

/** Whether a condition holds for the variables that `lookup` gives. */
export type Condition = (lookup: Lookup) => boolean;

/**
 * Reads a condition: two sides with an operator of `condition_variable` between them, or a text or a variable that holds unless it is empty, `false` or not set.
 * A sentence where it cannot be read.
 *
 * A side is a text with `${variables}`, a text in quotes, or the name of a variable. Numbers on both sides are compared as the engine compares
 * them, anything else by its bytes.
 */
export function readCondition(text: string): Condition | string {
  const split = splitAtOperator(text);
  if (!split) {
    const bare = text.trim();
    const open = openIn(bare);
    if (open !== undefined) return open;
    if (isJoined(bare)) return joined;
    const name = /^[^\s${}"']+$/.test(bare) && !/^(true|\d+)$/.test(bare) ? bare : undefined;
    return (lookup) => !['', 'false'].includes(name === undefined ? valueOfSide(bare, lookup) : (lookup(name) ?? ''));
  }
  const { left, operator, right } = split;
  if (!operators.includes(operator)) return `There is no operator \`${operator}\`. Use ${operators.join(' ')}.`;
  if (left === '' || right === '') return `\`${operator}\` needs a value on both sides, such as ${example}.`;
  const open = openIn(left) ?? openIn(right);
  if (open !== undefined) return open;
  if (isJoined(left) || isJoined(right) || areComparisons(right)) return joined;
  const isText = isQuoted(left) || isQuoted(right);
  return (lookup) => holds(operator, compare(valueOfSide(left, lookup), valueOfSide(right, lookup), isText));
}

const operators = ['==', '!=', '>=', '<=', '>', '<'];
const example = '`${voipbin.call.digits} == 2`';
const joined =
  'A condition is one comparison. `&&`, `||`, `and` and `or` are not supported. A text that contains them needs quotes.';

/** The sides of the first operator that stands in no variable and in no quotes. */
function splitAtOperator(text: string): { left: string; operator: string; right: string } | undefined {
  for (let at = 0; at < text.length; at = behind(text, at)) {
    const [operator] = /^[=!<>]+/.exec(text.slice(at, at + longestOperator)) ?? [];
    if (operator !== undefined)
      return { left: text.slice(0, at).trim(), operator, right: text.slice(at + operator.length).trim() };
  }
  return undefined;
}

/** More signs than any operator has, so that a wrong one is told whole. */
const longestOperator = 20;

/** The place behind the variable, the text in quotes or the character that begins at a place. */
function behind(text: string, at: number): number {
  const sign = text[at];
  const closing = text.startsWith('${', at)
    ? '}'
    : (sign === '"' || sign === "'") && isFirst(text, at)
      ? sign
      : undefined;
  const end = closing === undefined ? -1 : text.indexOf(closing, at + 1);
  return (end < 0 ? at : end) + 1;
}

/** Within a word a quote is an apostrophe. */
const isFirst = (text: string, at: number) => at === 0 || /[\s=!<>]/.test(text[at - 1] ?? '');

/** What a side leaves open, as a sentence: as text it would be compared with what is never meant. */
function openIn(side: string): string | undefined {
  const quote = /^["']/.exec(side)?.[0];
  if (quote !== undefined && !isQuoted(side)) return `The text ${shorten(side, 60)} has no closing ${quote}.`;
  const variable = side.lastIndexOf('${');
  if (variable >= 0 && !side.includes('}', variable))
    return `The variable in \`${shorten(side, 60)}\` has no closing \`}\`.`;
  return undefined;
}

const isJoined = (side: string) => /&&|\|\|/.test(side.replace(/"[^"]*"|'[^']*'/g, ''));
/** Joined by a word: what stands behind it would be compared as a part of the text. */
const areComparisons = (right: string) =>
  /\s(and|or)\s/i.test(right) && !isQuoted(right) && splitAtOperator(right) !== undefined;
const isQuoted = (text: string) => /^(["']).*\1$/s.test(text);

function valueOfSide(side: string, lookup: Lookup): string {
  if (isQuoted(side)) return substituteText(side.slice(1, -1), lookup);
  if (side.includes('${')) return substituteText(side, lookup);
  return lookup(side) ?? side;
}

function compare(left: string, right: string, asText: boolean): number {
  const numbers = asText ? [] : [parseFloat32(left), parseFloat32(right)];
  const [a, b] = numbers;
  return a === undefined || b === undefined ? compareBytes(left, right) : difference(a, b);
}

/** Whether the n-th arrival counts. A sentence where the text cannot be read. */
export function readHitCount(text: string): ((hits: number) => boolean) | string {
  const [, operator = '', amount = ''] = /^(==|=|>=|>|<=|<|%)?\s*(\d+)$/.exec(text.trim()) ?? [];
  const wanted = Number(amount);
  // The first arrival is 1: no number is 0, or below.
  const isNever = wanted === 0 && !operator.startsWith('>');
  if (amount === '' || isNever || (operator === '<' && wanted === 1)) {
    return `"${shorten(text, 60)}" is not a hit count. Write 3 for the third, >= 3 from the third on, or % 3 for every third.`;
  }
  if (operator === '%') return (hits) => hits % wanted === 0;
  return (hits) => holds(operator === '' || operator === '=' ? '==' : operator, difference(hits, wanted));
}

/** A message with its `${variables}` filled in; `{name}` is the same, since editors ask for it. */
export function logText(message: string, lookup: Lookup): string {
  return substituteText(
    message.replaceAll(/(^|[^$])\{([^{}]*)\}/g, (_, before: string, name: string) => `${before}\${${name.trim()}}`),
    lookup,
  );
}
